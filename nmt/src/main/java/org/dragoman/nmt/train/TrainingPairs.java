package org.dragoman.nmt.train;

import org.dragoman.corpora.PairReader;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One pass over the pairs of a corpus. For one thread. */
interface TrainingPairs extends Iterator<TrainingPair>, AutoCloseable {

    /** Number of the line, from 1, on which the pair that {@link #next} returned last stands. */
    long lineNumber();

    @Override
    void close();

    /** Pairs without layers. */
    static TrainingPairs of(PairReader pairs) {
        return new Plain(pairs);
    }

    /** The pairs in order; closing the stream closes the files. */
    default Stream<TrainingPair> stream() {
        var pairs = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(pairs, false).onClose(this::close);
    }

    /** Pairs as they stand in the files. */
    record Plain(PairReader pairs) implements TrainingPairs {
        @Override
        public boolean hasNext() {
            return pairs.hasNext();
        }

        @Override
        public TrainingPair next() {
            return TrainingPair.of(pairs.next());
        }

        @Override
        public long lineNumber() {
            return pairs.lineNumber();
        }

        @Override
        public void close() {
            pairs.close();
        }
    }
}
