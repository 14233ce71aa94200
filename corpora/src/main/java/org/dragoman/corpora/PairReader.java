package org.dragoman.corpora;

import java.util.Iterator;

/** One pass over the pairs of a {@link ParallelCorpus}. Reading throws {@link java.io.UncheckedIOException}. Not thread safe. */
public interface PairReader extends Iterator<SentencePair>, AutoCloseable {

    /** Number of the line, from 1, on which the pair that {@link #next} returned last stands; 0 before the first. */
    long lineNumber();

    /** Pairs passed over so far because a side was empty: none, unless by {@link ParallelCorpus#withoutEmptySides}. */
    default long dropped() {
        return 0;
    }

    @Override
    void close();
}
