package org.dragoman.nmt.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How to search for a target.
 *
 * @param width hypotheses that go on after each step; 1 is greedy search
 * @param nBest hypotheses returned at most for each sentence, 1 to {@code width}
 * @param maxRatio tokens of the target allowed for each token of the source, 0 or more
 * @param maxExtra tokens allowed in addition, 0 or more
 * @param maxTokens tokens allowed whatever the source, at least 1; the end marker counts
 * @param lengthPenalty by what log-probabilities are divided when hypotheses are ranked
 * @param rules the details
 * @param alignments whether hypotheses say how they attended to the source
 */
public record SearchConfig(
        int width,
        int nBest,
        double maxRatio,
        int maxExtra,
        int maxTokens,
        LengthPenalty lengthPenalty,
        SearchRules rules,
        Alignments alignments) {

    /** A beam of 5 with the length penalty of Vaswani et al. 2017, section 6.1. */
    public static final SearchConfig DEFAULT =
            new SearchConfig(5, 1, 2, 20, 300, new LengthPenalty.Gnmt(0.6), SearchRules.DEFAULT, new Alignments.None());

    /** The likeliest token at each step. */
    public static final SearchConfig GREEDY = DEFAULT.withWidth(1);

    /** @throws IllegalArgumentException that names everything that is out of range */
    public SearchConfig {
        Objects.requireNonNull(lengthPenalty, "lengthPenalty");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(alignments, "alignments");
        var problems = new ArrayList<String>();
        check(problems, width >= 1, "width must be at least 1, got " + width);
        check(problems, nBest >= 1 && nBest <= width, "nBest must be 1 to width (" + width + "), got " + nBest);
        check(problems, maxRatio >= 0 && maxRatio < 1e9, "maxRatio must be 0 or more and finite, got " + maxRatio);
        check(problems, maxExtra >= 0, "maxExtra must be 0 or more, got " + maxExtra);
        check(problems, maxTokens >= 1, "maxTokens must be at least 1, got " + maxTokens);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("search: " + String.join("; ", problems));
        }
    }

    private static void check(List<String> problems, boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    /** Returns how many tokens a target may have, its end marker counted; at least 1. */
    public int maxLength(int sourceLength) {
        var allowed = Math.floor(maxRatio * sourceLength) + maxExtra;
        return (int) Math.max(1, Math.min(allowed, maxTokens));
    }

    /** Returns the same with another width, and no more n-best than that. */
    public SearchConfig withWidth(int width) {
        return new SearchConfig(
                width, Math.min(nBest, width), maxRatio, maxExtra, maxTokens, lengthPenalty, rules, alignments);
    }

    public SearchConfig withNBest(int nBest) {
        return new SearchConfig(width, nBest, maxRatio, maxExtra, maxTokens, lengthPenalty, rules, alignments);
    }

    /** Returns the same with another bound on the length; see {@link #maxLength}. */
    public SearchConfig withLimits(double maxRatio, int maxExtra, int maxTokens) {
        return new SearchConfig(width, nBest, maxRatio, maxExtra, maxTokens, lengthPenalty, rules, alignments);
    }

    public SearchConfig withLengthPenalty(LengthPenalty lengthPenalty) {
        return new SearchConfig(width, nBest, maxRatio, maxExtra, maxTokens, lengthPenalty, rules, alignments);
    }

    public SearchConfig withRules(SearchRules rules) {
        return new SearchConfig(width, nBest, maxRatio, maxExtra, maxTokens, lengthPenalty, rules, alignments);
    }

    public SearchConfig withStop(StopRule stop) {
        return withRules(rules.withStop(stop));
    }

    public SearchConfig withAlignments(Alignments alignments) {
        return new SearchConfig(width, nBest, maxRatio, maxExtra, maxTokens, lengthPenalty, rules, alignments);
    }
}
