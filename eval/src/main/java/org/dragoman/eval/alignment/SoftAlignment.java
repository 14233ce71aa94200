package org.dragoman.eval.alignment;

import java.util.Arrays;
import java.util.List;

/**
 * How strongly each token of a translation is tied to each token of its source, such as by the attention of a model. Immutable.
 *
 * <p>A row of weights belongs to a target token. Attention gives rows that sum to 1, but nothing here depends on it.
 */
public final class SoftAlignment {
    private final List<String> source;
    private final List<String> target;
    private final double[][] weights; // (target, source)

    /**
     * Ties the tokens of two sentences.
     *
     * @param source tokens of the source; may be empty
     * @param target tokens of the translation; may be empty
     * @param weights for each target token a row with a finite weight of 0 or more for each source token; copied
     */
    public SoftAlignment(List<String> source, List<String> target, double[][] weights) {
        this.source = List.copyOf(source);
        this.target = List.copyOf(target);
        this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        if (weights.length != target.size()) {
            throw new IllegalArgumentException("an alignment of " + target.size()
                    + " target tokens needs as many rows of weights, got " + weights.length);
        }
        for (var t = 0; t < weights.length; t++) {
            checkRow(t);
        }
    }

    private void checkRow(int t) {
        if (weights[t].length != source.size()) {
            throw new IllegalArgumentException("row " + t + " of an alignment must have a weight for each of the "
                    + source.size() + " source tokens, got " + weights[t].length);
        }
        for (var s = 0; s < weights[t].length; s++) {
            if (!(weights[t][s] >= 0) || Double.isInfinite(weights[t][s])) {
                throw new IllegalArgumentException("the weight of source token " + s + " for target token " + t
                        + " must be finite and 0 or more, got " + weights[t][s]);
            }
        }
    }

    /** Tokens of the source. */
    public List<String> source() {
        return source;
    }

    /** Tokens of the translation. */
    public List<String> target() {
        return target;
    }

    /** The weight that ties two tokens, given by their indices; finite and 0 or more. */
    public double weight(int source, int target) {
        return weights[target][source];
    }

    /** Two with the same tokens and weights are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SoftAlignment that
                && source.equals(that.source)
                && target.equals(that.target)
                && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + target.hashCode()) + Arrays.deepHashCode(weights);
    }

    @Override
    public String toString() {
        return "SoftAlignment[source=" + source + ", target=" + target + ", weights=" + Arrays.deepToString(weights)
                + "]";
    }
}
