package org.dragoman.corpora.filter;

import org.dragoman.corpora.SentencePair;

import java.util.function.Predicate;

/**
 * Keeps pairs of which no side is many times as long as the other. A side of length 0 is infinitely shorter than one of another length.
 *
 * @param unit in which lengths are measured
 * @param max how many times as long as the shorter side the longer one may be, 1 or more
 */
public record LengthRatioFilter(TextLength unit, double max) implements Filter<SentencePair> {
    public LengthRatioFilter {
        if (!(max >= 1)) {
            throw new IllegalArgumentException("the greatest ratio of lengths must be 1 or more, got " + max);
        }
    }

    @Override
    public String name() {
        return "ratio";
    }

    @Override
    public Predicate<SentencePair> start() {
        return pair -> {
            var source = unit.of(pair.source());
            var target = unit.of(pair.target());
            return Math.max(source, target) <= max * Math.min(source, target);
        };
    }
}
