package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * The connection around a sub-layer f, with its layer norm.
 *
 * <p>Norm first (Wang et al. 2019, arXiv 1906.01787): {@code x + f(norm(x))}, which trains more steadily; norm last
 * (Vaswani et al. 2017, section 3.1): {@code norm(x + f(x))}.
 */
public final class Residual {

    private final LayerNorm norm;
    private final boolean normFirst;
    private final double dropout;

    /**
     * Makes the norm's parameters under {@code name}.
     *
     * @param dropout probability of dropout on the result of f in training
     */
    public Residual(Parameters parameters, String name, int size, double epsilon, boolean normFirst, double dropout) {
        this.norm = new LayerNorm(parameters, name, size, epsilon);
        this.normFirst = normFirst;
        this.dropout = dropout;
    }

    /** What f gets, from the input x. */
    public Tensor before(Tensor x) {
        return normFirst ? norm.apply(x) : x;
    }

    /** The result, from the input x and what f made of {@link #before}. */
    public Tensor after(Tensor x, Tensor y, boolean training) {
        var sum = x.add(training ? y.dropout(dropout) : y);
        return normFirst ? sum : norm.apply(sum);
    }
}
