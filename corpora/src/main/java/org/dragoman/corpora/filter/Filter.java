package org.dragoman.corpora.filter;

import org.dragoman.corpora.SentencePair;

import java.util.function.Predicate;

/**
 * Says what of a corpus is kept. A filter is immutable and may be used from many threads; a test that it starts may not, as it may remember
 * what went before.
 *
 * @param <T> what a corpus consists of: a {@link SentencePair}, or a String for a line of one language
 */
public interface Filter<T> {

    /** Short name for reports, such as {@code length}. */
    String name();

    /** Begins a pass: the result is asked once for each element in order, and says true of what is kept. */
    Predicate<T> start();

    /** Keeps the pairs whose source a filter keeps. */
    static Filter<SentencePair> source(Filter<String> filter) {
        return new SideFilter(filter, SideFilter.Side.SOURCE);
    }

    /** Keeps the pairs whose target a filter keeps. */
    static Filter<SentencePair> target(Filter<String> filter) {
        return new SideFilter(filter, SideFilter.Side.TARGET);
    }

    /** Keeps the pairs of which a filter keeps both sides, each by a test of its own. */
    static Filter<SentencePair> bothSides(Filter<String> filter) {
        return new SideFilter(filter, SideFilter.Side.BOTH);
    }
}
