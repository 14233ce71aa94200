package org.dragoman.nmt.search;

/**
 * When a sentence has been searched enough.
 *
 * <p>Whatever the rule, the search of a sentence ends at its greatest length; when no hypothesis that goes on can still reach
 * one of the n best places, even if all its further tokens were certain (Huang et al. 2017, "When to Finish?"); and, for greedy
 * search, at the first end marker.
 */
public enum StopRule {
    /** As soon as as many hypotheses have ended as the beam is wide. Fast; a hypothesis that would have won later is missed. */
    ENOUGH_ENDED,
    /**
     * When that many have ended and the likeliest hypothesis that goes on, were it to end at its present length, would not displace the
     * last of them. Between the other two in speed; the rule of Hugging Face's {@code early_stopping=False}.
     */
    UNLIKELY,
    /** Only when the n best are certain. Gives what a search up to the greatest length would give; slow with strong penalties. */
    CERTAIN,
    /** When none goes on: the beam becomes narrower by one with each hypothesis that ends, as in Marian. */
    ALL_ENDED
}
