package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * The concat score of Luong et al. 2015 (arXiv 1508.04025, section 3.1): {@code v^T tanh(W [q; m])} for a query q and an encoder state m.
 *
 * <p>With W cut in two it is the function of {@link AdditiveScore}; what differs between the papers is the query, the decoder's state
 * after its step there and before it in Bahdanau's. The two share no parameters' names, so that neither is taken for the other.
 */
public final class ConcatScore implements AttentionScore {

    private final int querySize;
    private final Tensor weight;
    private final Tensor energy;

    /** Makes {@code name.weight} (A, H + M) and {@code name.energy.weight} (1, A), W and v above, Glorot uniform. */
    public ConcatScore(Parameters parameters, String name, int querySize, int stateSize, int size) {
        this.querySize = querySize;
        this.weight = parameters.make(name + ".weight", Initializer.glorot(1), size, (long) querySize + stateSize);
        this.energy = parameters.make(name + ".energy.weight", Initializer.glorot(1), 1, size);
    }

    @Override
    public Tensor keys(Tensor states) {
        return states.linear(weight.slice(1, querySize, weight.size(1)));
    }

    @Override
    public Tensor score(Query query, Tensor keys) {
        var queries = query.states().linear(weight.slice(1, 0, querySize)).unsqueeze(2); // (n, k, 1, A)
        return queries.add(keys.unsqueeze(1)).tanh().linear(energy).squeeze(-1); // (n, k, S)
    }
}
