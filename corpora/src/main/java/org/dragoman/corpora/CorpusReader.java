package org.dragoman.corpora;

import java.util.Iterator;

/**
 * One pass over a corpus, from its first item to its last, in memory for one item. Reading throws {@link java.io.UncheckedIOException}, and
 * its kind {@link CorpusFormatException} where the text is not what the format asks for. Not thread safe.
 *
 * @param <T> what the corpus consists of
 */
public interface CorpusReader<T> extends Iterator<T>, AutoCloseable {

    /** Number of the line, from 1, on which the item that {@link #next} returned last begins; 0 before the first. */
    long lineNumber();

    /** Items passed over so far because half of them was missing; the reader says which those are. Most pass over none. */
    default long dropped() {
        return 0;
    }

    @Override
    void close();
}
