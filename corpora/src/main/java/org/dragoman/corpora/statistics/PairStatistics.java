package org.dragoman.corpora.statistics;

import org.dragoman.corpora.SentencePair;

import java.util.List;
import java.util.function.Function;

/** The numbers of a corpus in two languages, pair by pair. Memory as for two {@link TextStatistics}. Not thread safe. */
public final class PairStatistics {
    private final TextStatistics source;
    private final TextStatistics target;
    private final Distribution ratios = new Distribution();

    /**
     * Starts to count.
     *
     * @param tokenizer gives the tokens of a side
     * @param longestNgrams up to which order n-grams are counted, 1 or more
     */
    public PairStatistics(Function<String, List<String>> tokenizer, int longestNgrams) {
        source = new TextStatistics(tokenizer, longestNgrams);
        target = new TextStatistics(tokenizer, longestNgrams);
    }

    /** Counts a pair. */
    public void add(SentencePair pair) {
        var sourceTokens = source.add(pair.source());
        var targetTokens = target.add(pair.target());
        if (sourceTokens > 0 && targetTokens > 0) {
            ratios.add((double) targetTokens / sourceTokens);
        }
    }

    /** The sources. */
    public TextStatistics source() {
        return source;
    }

    /** The targets. */
    public TextStatistics target() {
        return target;
    }

    /** Tokens of the target for each token of the source, a number a pair; pairs with a side without tokens are left out. */
    public Distribution lengthRatios() {
        return ratios;
    }
}
