package org.dragoman.nmt.search;

import java.util.Objects;

/**
 * The details in which beam searches of the same width differ, and with which they find different targets.
 *
 * @param stop when a sentence has been searched enough
 * @param limit what becomes of hypotheses that reach the greatest length
 * @param renormalized whether the probabilities of ids that are never generated are shared out among the others before hypotheses
 *     are scored; if not, they are lost
 * @param writesUnknown whether the unknown piece may be generated; it has no text
 * @param leastTokens how many tokens come before the end marker at least, 0 or more; at the positions before, its probability is shared out
 *     among the others
 */
public record SearchRules(
        StopRule stop, LengthLimit limit, boolean renormalized, boolean writesUnknown, int leastTokens) {

    /** The rules of models that were trained here. */
    public static final SearchRules DEFAULT = new SearchRules(StopRule.ENOUGH_ENDED, LengthLimit.CUT_OFF, false, false);

    /** The rules of Marian's decoder, version 1.12, without {@code allow-unk}. */
    public static final SearchRules MARIAN = new SearchRules(StopRule.ALL_ENDED, LengthLimit.COUNTED, false, false);

    public SearchRules {
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(limit, "limit");
        if (leastTokens < 0) {
            throw new IllegalArgumentException("leastTokens must be 0 or more, got " + leastTokens);
        }
    }

    /** Rules without a least number of tokens. */
    public SearchRules(StopRule stop, LengthLimit limit, boolean renormalized, boolean writesUnknown) {
        this(stop, limit, renormalized, writesUnknown, 0);
    }

    public SearchRules withStop(StopRule stop) {
        return new SearchRules(stop, limit, renormalized, writesUnknown, leastTokens);
    }
}
