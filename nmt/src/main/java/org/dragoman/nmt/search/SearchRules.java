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
 */
public record SearchRules(StopRule stop, LengthLimit limit, boolean renormalized, boolean writesUnknown) {

    /** The rules of models that were trained here. */
    public static final SearchRules DEFAULT = new SearchRules(StopRule.ENOUGH_ENDED, LengthLimit.CUT_OFF, false, false);

    /** The rules of Marian's decoder, version 1.12, without {@code allow-unk}. */
    public static final SearchRules MARIAN = new SearchRules(StopRule.ALL_ENDED, LengthLimit.COUNTED, false, false);

    public SearchRules {
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(limit, "limit");
    }

    public SearchRules withStop(StopRule stop) {
        return new SearchRules(stop, limit, renormalized, writesUnknown);
    }
}
