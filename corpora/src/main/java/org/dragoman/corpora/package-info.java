/**
 * Parallel, tagged and labelled text, and the line reader and file writer below their formats.
 *
 * <p>Start with {@link org.dragoman.corpora.ParallelCorpus}: it names where sentence pairs lie, in two aligned files or in one file with
 * tabs, and can be opened as often as needed; {@code format} has the other formats, by name, and writes them. Every reader streams, so a corpus may be larger than the memory. {@link
 * org.dragoman.corpora.Lines} is the one way text files are read: strict UTF-8, plain or packed, each line with its number, so that an error
 * names the file and the line. {@link org.dragoman.corpora.AtomicFile} is the one way files are written: whole or not at all.
 *
 * <p>To add a format, add a constant to the enum of its kind in {@code format}.
 */
package org.dragoman.corpora;
