package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/** The general score of Luong et al. 2015 (arXiv 1508.04025, section 3.1): {@code q^T W m} for a query q and an encoder state m. */
public final class GeneralScore implements AttentionScore {

    private final Tensor weight;

    /** Makes {@code name.weight} (H, M), W above, Glorot uniform. */
    public GeneralScore(Parameters parameters, String name, int querySize, int stateSize) {
        this.weight = parameters.make(name + ".weight", Initializer.glorot(1), querySize, stateSize);
    }

    @Override
    public Tensor keys(Tensor states) {
        return states.linear(weight); // (n, S, H)
    }

    @Override
    public Tensor score(Query query, Tensor keys) {
        return query.states().matMul(keys.transpose(-1, -2));
    }
}
