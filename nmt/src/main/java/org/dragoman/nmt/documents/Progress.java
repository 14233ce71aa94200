package org.dragoman.nmt.documents;

/**
 * How far the translation of a folder is.
 *
 * @param files files that are done, whatever became of them
 * @param allFiles files to do; files that are skipped do not count
 * @param bytes bytes of the input that are done, near enough for a bar
 * @param allBytes bytes of all files to do, as they were when the run began
 * @param sentences sentences translated
 */
public record Progress(int files, int allFiles, long bytes, long allBytes, long sentences) {}
