package org.dragoman.nmt.search;

import java.util.Arrays;
import java.util.List;

/**
 * A target that a search found or that was scored.
 *
 * @param ids its tokens, without start and end marker
 * @param ended whether the model gave the end marker; if not, the target was cut off at its greatest length
 * @param logProbability the sum of the tokens' natural log-probabilities, that of the end marker included if it ended
 * @param score the log-probability divided by the length penalty; hypotheses are ranked by it
 * @param alignment for each of {@code ids} the weights of the source's positions, the mean over the heads of one layer, each row
 *     summing to 1 where the model's attention does; without rows if no alignments were asked for
 */
public record Hypothesis(List<Integer> ids, boolean ended, double logProbability, double score, float[][] alignment) {

    public Hypothesis {
        ids = List.copyOf(ids);
    }

    /** Returns how many tokens were generated, the end marker counted. */
    public int length() {
        return ids.size() + (ended ? 1 : 0);
    }

    /** Returns {@link #ids} as an array. */
    public int[] idArray() {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hypothesis that
                && ids.equals(that.ids)
                && ended == that.ended
                && Double.compare(logProbability, that.logProbability) == 0
                && Double.compare(score, that.score) == 0
                && Arrays.deepEquals(alignment, that.alignment);
    }

    @Override
    public int hashCode() {
        return 31 * ids.hashCode() + Double.hashCode(logProbability);
    }

    @Override
    public String toString() {
        return "Hypothesis[ids=" + ids + (ended ? "" : " (cut off)") + ", logProbability=" + logProbability + ", score="
                + score + "]";
    }
}
