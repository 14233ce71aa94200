package org.dragoman.corpora;

/**
 * Writes a corpus, whole or not at all: an item after the other, and the files take their names when all is written.
 *
 * <pre>{@code
 * try (var writer = ParallelFormat.of("tmx").writer(files, settings)) {
 *     reader.forEachRemaining(writer::write);
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p>Writing throws {@link java.io.UncheckedIOException}. Not thread safe.
 *
 * @param <T> what the corpus consists of
 */
public interface CorpusWriter<T> extends AutoCloseable {

    /**
     * Writes an item.
     *
     * @throws CorpusFormatException if the format cannot hold it; the place is that in the file being written, and nothing of the item is
     *     written
     */
    void write(T item);

    /**
     * Writes out what is left, so that the files only lack their names: for several writers of which all should finish or none. Nothing may be
     * written afterwards.
     */
    void complete();

    /** Completes the files and gives them their names. Where there are two, both are complete before the first gets its name. */
    void finish();

    /** Deletes what was written, unless it is finished. */
    @Override
    void close();
}
