package org.dragoman.corpora;

/** One pass over the pairs of a {@link ParallelCorpus}. Reading throws {@link java.io.UncheckedIOException}. Not thread safe. */
public interface PairReader extends CorpusReader<SentencePair> {

    /** Number of the line, from 1, on which the pair that {@link #next} returned last stands; 0 before the first. */
    @Override
    long lineNumber();

    /**
     * Pairs passed over so far because a side was empty, by {@link ParallelCorpus#withoutEmptySides}, or because a unit of TMX or XLIFF lacks
     * one of the two languages.
     */
    @Override
    default long dropped() {
        return 0;
    }
}
