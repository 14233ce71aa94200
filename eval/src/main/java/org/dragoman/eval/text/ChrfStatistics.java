package org.dragoman.eval.text;

import org.dragoman.eval.Statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What chrF counts in one segment or in many: n-grams of hypotheses, of references, and matches between them, for each order; those of
 * characters come first, those of words follow. Immutable.
 */
public final class ChrfStatistics implements Statistics<ChrfStatistics> {
    private final long[] hypothesis;
    private final long[] reference;
    private final long[] matches;
    private final int fewestReferences;
    private final int mostReferences;

    private ChrfStatistics(
            long[] hypothesis, long[] reference, long[] matches, int fewestReferences, int mostReferences) {
        this.hypothesis = hypothesis;
        this.reference = reference;
        this.matches = matches;
        this.fewestReferences = fewestReferences;
        this.mostReferences = mostReferences;
    }

    /** Counts of tokens, be they characters or words; the hypothesis's n-grams count only where the reference has some of that length. */
    static ChrfStatistics of(int hypothesisLength, int referenceLength, long[] matches, int references) {
        var ofReference = ngrams(referenceLength, matches.length);
        var ofHypothesis = ngrams(hypothesisLength, matches.length);
        for (var i = 0; i < ofHypothesis.length; i++) {
            ofHypothesis[i] = ofReference[i] > 0 ? ofHypothesis[i] : 0;
        }
        return new ChrfStatistics(ofHypothesis, ofReference, matches, references, references);
    }

    private static long[] ngrams(int length, int orders) {
        return IntStream.rangeClosed(1, orders)
                .mapToLong(n -> Math.max(length - n + 1, 0))
                .toArray();
    }

    /** The orders of both, one behind the other, of the same segment. */
    ChrfStatistics followedBy(ChrfStatistics words) {
        return new ChrfStatistics(
                concatenated(hypothesis, words.hypothesis),
                concatenated(reference, words.reference),
                concatenated(matches, words.matches),
                fewestReferences,
                mostReferences);
    }

    private static long[] concatenated(long[] first, long[] second) {
        return LongStream.concat(LongStream.of(first), LongStream.of(second)).toArray();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the two were not counted up to the same order
     */
    @Override
    public ChrfStatistics plus(ChrfStatistics other) {
        if (orders() != other.orders()) {
            throw new IllegalArgumentException(
                    "statistics to add must have as many orders, got " + orders() + " and " + other.orders());
        }
        return new ChrfStatistics(
                sum(hypothesis, other.hypothesis),
                sum(reference, other.reference),
                sum(matches, other.matches),
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

    /** Orders counted, of characters and of words together. */
    public int orders() {
        return matches.length;
    }

    /** n-grams of the hypotheses; {@code order} counts from 0, those of words behind those of characters. */
    public long hypothesis(int order) {
        return hypothesis[order];
    }

    /** n-grams of the references, in each segment of the one that fits best. */
    public long reference(int order) {
        return reference[order];
    }

    /** n-grams of the hypotheses that their references have. */
    public long matches(int order) {
        return matches[order];
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
        return object instanceof ChrfStatistics other
                && Arrays.equals(hypothesis, other.hypothesis)
                && Arrays.equals(reference, other.reference)
                && Arrays.equals(matches, other.matches)
                && fewestReferences == other.fewestReferences
                && mostReferences == other.mostReferences;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(matches) + Arrays.hashCode(hypothesis)) + Arrays.hashCode(reference);
    }

    @Override
    public String toString() {
        return "matches " + Arrays.toString(matches) + ", hypothesis " + Arrays.toString(hypothesis) + ", reference "
                + Arrays.toString(reference);
    }
}
