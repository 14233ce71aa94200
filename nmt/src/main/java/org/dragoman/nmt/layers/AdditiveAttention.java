package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * The additive score of Bahdanau et al. 2015 (arXiv 1409.0473, appendix A.1.2): {@code v^T tanh(W q + U m)} for a query q and
 * an encoder state m.
 */
public final class AdditiveAttention implements AttentionScore {

    private final Tensor query;
    private final Tensor key;
    private final Tensor energy;

    /**
     * Makes {@code name.query.weight} (A, H), {@code name.key.weight} (A, M) and {@code name.energy.weight} (1, A): W, U and v
     * above, Glorot uniform. There are no biases.
     */
    public AdditiveAttention(Parameters parameters, String name, int querySize, int stateSize, int size) {
        this.query = parameters.make(name + ".query.weight", Initializer.glorot(1), size, querySize);
        this.key = parameters.make(name + ".key.weight", Initializer.glorot(1), size, stateSize);
        this.energy = parameters.make(name + ".energy.weight", Initializer.glorot(1), 1, size);
    }

    @Override
    public Tensor keys(Tensor states) {
        return states.linear(key);
    }

    @Override
    public Tensor score(Tensor query, Tensor keys) {
        var queries = query.linear(this.query).unsqueeze(2); // (n, k, 1, A)
        var sums = queries.add(keys.unsqueeze(1)); // (n, k, S, A)
        return sums.tanh().linear(energy).squeeze(-1); // (n, k, S)
    }
}
