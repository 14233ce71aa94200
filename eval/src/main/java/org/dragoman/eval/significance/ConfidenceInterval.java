package org.dragoman.eval.significance;

import java.util.Arrays;

/**
 * Where a system's true score lies, with 95 % confidence.
 *
 * @param mean of the scores of the samples
 * @param halfWidth half the distance between the ends, 0 or more
 */
public record ConfidenceInterval(double mean, double halfWidth) {
    private static final int CUT = 40; // one sample in 40, 2.5 %, lies beyond each end

    /** The interval of at least one sample. */
    static ConfidenceInterval of(double[] scores) {
        var sorted = scores.clone();
        Arrays.sort(sorted);
        var beyond = sorted.length / CUT;
        return new ConfidenceInterval(
                Arrays.stream(sorted).average().orElseThrow(),
                (sorted[sorted.length - 1 - beyond] - sorted[beyond]) / 2);
    }
}
