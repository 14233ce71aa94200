package org.dragoman.corpora;

import java.util.NoSuchElementException;
import java.util.Optional;

/** Passes over the pairs of another reader that have an empty side, and counts them. */
final class FullPairReader implements PairReader {
    private final PairReader all;
    private Optional<SentencePair> next = Optional.empty();
    private long lineNumber;
    private long dropped;

    FullPairReader(PairReader all) {
        this.all = all;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && all.hasNext()) {
            var pair = all.next();
            if (pair.hasEmptySide()) {
                dropped++;
            } else {
                next = Optional.of(pair);
            }
        }
        return next.isPresent();
    }

    @Override
    public SentencePair next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no pair after line " + lineNumber);
        }
        var pair = next.orElseThrow();
        next = Optional.empty();
        lineNumber = all.lineNumber();
        return pair;
    }

    @Override
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public long dropped() {
        return dropped + all.dropped();
    }

    @Override
    public void close() {
        all.close();
    }
}
