package org.dragoman.eval.text;

import org.dragoman.eval.Statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What BLEU counts in one segment or in many. Immutable. */
public final class BleuStatistics implements Statistics<BleuStatistics> {
    private final long hypothesisLength;
    private final long referenceLength;
    private final long[] matches;
    private final long[] totals;
    private final int fewestReferences;
    private final int mostReferences;

    private BleuStatistics(
            long hypothesisLength,
            long referenceLength,
            long[] matches,
            long[] totals,
            int fewestReferences,
            int mostReferences) {
        this.hypothesisLength = hypothesisLength;
        this.referenceLength = referenceLength;
        this.matches = matches;
        this.totals = totals;
        this.fewestReferences = fewestReferences;
        this.mostReferences = mostReferences;
    }

    /** Counts in a segment of tokens with at least one reference. */
    static BleuStatistics of(List<String> hypothesis, List<List<String>> references, int maxOrder) {
        var length = hypothesis.size();
        var totals = LongStream.rangeClosed(1, maxOrder)
                .map(n -> Math.max(length - n + 1, 0))
                .toArray();
        var matches = NgramMatches.count(hypothesis, references, maxOrder);
        return new BleuStatistics(
                length, closestLength(length, references), matches, totals, references.size(), references.size());
    }

    /** Length of the reference whose length is closest; of two as close, the shorter. */
    private static int closestLength(int length, List<List<String>> references) {
        var closest = references.get(0).size();
        for (var reference : references) {
            var distance = Math.abs(reference.size() - length) - Math.abs(closest - length);
            if (distance < 0 || distance == 0 && reference.size() < closest) {
                closest = reference.size();
            }
        }
        return closest;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the two were not counted up to the same order
     */
    @Override
    public BleuStatistics plus(BleuStatistics other) {
        if (maxOrder() != other.maxOrder()) {
            throw new IllegalArgumentException("statistics to add must have the same n-gram order, got " + maxOrder()
                    + " and " + other.maxOrder());
        }
        return new BleuStatistics(
                hypothesisLength + other.hypothesisLength,
                referenceLength + other.referenceLength,
                sum(matches, other.matches),
                sum(totals, other.totals),
                Math.min(fewestReferences, other.fewestReferences),
                Math.max(mostReferences, other.mostReferences));
    }

    private static long[] sum(long[] a, long[] b) {
        var sum = a.clone();
        for (var i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    /** Tokens of the hypotheses. */
    public long hypothesisLength() {
        return hypothesisLength;
    }

    /** Tokens of the references, in each segment of the one whose length is closest to the hypothesis's. */
    public long referenceLength() {
        return referenceLength;
    }

    /** Longest n-grams counted. */
    public int maxOrder() {
        return matches.length;
    }

    /** n-grams of the hypotheses that their references have, {@code n} from 1 to {@link #maxOrder}. */
    public long matches(int n) {
        return matches[n - 1];
    }

    /** n-grams of the hypotheses, {@code n} from 1 to {@link #maxOrder}. */
    public long total(int n) {
        return totals[n - 1];
    }

    /** The smallest number of references that a segment has. */
    public int fewestReferences() {
        return fewestReferences;
    }

    /** The largest number of references that a segment has. */
    public int mostReferences() {
        return mostReferences;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof BleuStatistics other
                && hypothesisLength == other.hypothesisLength
                && referenceLength == other.referenceLength
                && Arrays.equals(matches, other.matches)
                && Arrays.equals(totals, other.totals)
                && fewestReferences == other.fewestReferences
                && mostReferences == other.mostReferences;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(matches) + Arrays.hashCode(totals)) + Long.hashCode(referenceLength);
    }

    @Override
    public String toString() {
        return "hypothesis length " + hypothesisLength + ", reference length " + referenceLength + ", matches "
                + Arrays.toString(matches) + " of " + Arrays.toString(totals);
    }
}
