package org.dragoman.nmt.documents;

import java.nio.file.Path;

/**
 * A file to translate.
 *
 * @param path where it is
 * @param name its path inside the input folder
 * @param format how to find its text
 * @param bytes its size when it was found
 */
record InputFile(Path path, Path name, DocumentFormat format, long bytes) {}
