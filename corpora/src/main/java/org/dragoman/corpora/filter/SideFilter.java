package org.dragoman.corpora.filter;

import org.dragoman.corpora.SentencePair;

import java.util.Locale;
import java.util.function.Predicate;

/** Judges pairs by one of their sides, or by each of them. */
record SideFilter(Filter<String> filter, Side side) implements Filter<SentencePair> {

    enum Side {
        SOURCE,
        TARGET,
        BOTH
    }

    @Override
    public String name() {
        return side == Side.BOTH ? filter.name() : side.name().toLowerCase(Locale.ROOT) + " " + filter.name();
    }

    @Override
    public Predicate<SentencePair> start() {
        return switch (side) {
            case SOURCE -> ofSource();
            case TARGET -> ofTarget();
            case BOTH -> ofSource().and(ofTarget());
        };
    }

    private Predicate<SentencePair> ofSource() {
        var test = filter.start();
        return pair -> test.test(pair.source());
    }

    private Predicate<SentencePair> ofTarget() {
        var test = filter.start();
        return pair -> test.test(pair.target());
    }
}
