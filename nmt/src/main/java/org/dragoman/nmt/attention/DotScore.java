package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

/**
 * The product of a query q and an encoder state m of the same size d, {@code q^T m} (Luong et al. 2015, arXiv 1508.04025, section 3.1, dot), or
 * divided by {@code sqrt(d)}, so that it doesn't grow with the size (Vaswani et al. 2017, arXiv 1706.03762, section 3.2.1).
 */
public final class DotScore implements AttentionScore {

    private final double factor;

    private DotScore(double factor) {
        this.factor = factor;
    }

    /** The plain product. */
    public static DotScore plain() {
        return new DotScore(1);
    }

    /** The product divided by the square root of the size of queries and states. */
    public static DotScore scaled(int size) {
        return new DotScore(1 / Math.sqrt(size));
    }

    /** The states, times the factor. */
    @Override
    public Tensor keys(Tensor states) {
        return factor == 1 ? states : states.scale(factor);
    }

    @Override
    public Tensor score(Query query, Tensor keys) {
        return query.states().matMul(keys.transpose(-1, -2));
    }
}
