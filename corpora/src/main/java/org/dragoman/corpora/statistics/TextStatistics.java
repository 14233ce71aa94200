package org.dragoman.corpora.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The numbers of a text in one language, line by line. Memory for the types of each order of n-grams, and for the different lengths of
 * lines. Not thread safe.
 */
public final class TextStatistics {
    private final Function<String, List<String>> tokenizer;
    private final List<TokenCounts> ngrams = new ArrayList<>();
    private final Distribution lengths = new Distribution();
    private final Distribution characterLengths = new Distribution();
    private long emptyLines;

    /**
     * Starts to count.
     *
     * @param tokenizer gives the tokens of a line
     * @param longestNgrams up to which order n-grams are counted, 1 or more; 1 counts tokens only
     */
    public TextStatistics(Function<String, List<String>> tokenizer, int longestNgrams) {
        if (longestNgrams < 1) {
            throw new IllegalArgumentException("the order of n-grams must be 1 or more, got " + longestNgrams);
        }
        this.tokenizer = tokenizer;
        for (var order = 1; order <= longestNgrams; order++) {
            ngrams.add(new TokenCounts());
        }
    }

    /** Counts a line and says how many tokens it has. */
    public int add(String line) {
        var tokens = tokenizer.apply(line);
        emptyLines += tokens.isEmpty() ? 1 : 0;
        lengths.add(tokens.size());
        characterLengths.add(line.codePointCount(0, line.length()));
        ngrams.get(0).addAll(tokens);
        for (var order = 2; order <= ngrams.size(); order++) {
            for (var from = 0; from + order <= tokens.size(); from++) {
                ngrams.get(order - 1).add(String.join(" ", tokens.subList(from, from + order)));
            }
        }
        return tokens.size();
    }

    /** Lines counted. */
    public long lines() {
        return lengths.count();
    }

    /** Lines without a token. */
    public long emptyLines() {
        return emptyLines;
    }

    /** The tokens. */
    public TokenCounts tokens() {
        return ngrams.get(0);
    }

    /** The n-grams of an order, 1 to the longest; none goes beyond its line. */
    public TokenCounts ngrams(int order) {
        return ngrams.get(order - 1);
    }

    /** Up to which order n-grams are counted. */
    public int longestNgrams() {
        return ngrams.size();
    }

    /** Types divided by tokens, 0 to 1; falls with the length of a text, so only texts of a length compare. NaN without tokens. */
    public double typeTokenRatio() {
        return (double) tokens().types() / tokens().tokens();
    }

    /** Tokens of the lines. */
    public Distribution lengths() {
        return lengths;
    }

    /** Code points of the lines, white space among them. */
    public Distribution characterLengths() {
        return characterLengths;
    }
}
