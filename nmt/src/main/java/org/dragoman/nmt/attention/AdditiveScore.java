package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Optional;

/**
 * The additive score of Bahdanau et al. 2015 (arXiv 1409.0473, appendix A.1.2): {@code v^T tanh(W q + U m)} for a query q and
 * an encoder state m. With coverage it is {@code v^T tanh(W q + U m + c V)}, where c is the attention that the position had so far (Tu et
 * al. 2016, arXiv 1601.04811, section 3.1, the linguistic coverage without fertility).
 */
public final class AdditiveScore implements AttentionScore {

    private final Tensor query;
    private final Tensor key;
    private final Tensor energy;
    private final Optional<Tensor> coverage;

    /**
     * Makes {@code name.query.weight} (A, H), {@code name.key.weight} (A, M) and {@code name.energy.weight} (1, A): W, U and v
     * above, Glorot uniform; and with coverage {@code name.coverage.weight} (A, 1), V above. There are no biases.
     */
    public AdditiveScore(
            Parameters parameters, String name, int querySize, int stateSize, int size, boolean hasCoverage) {
        this.query = parameters.make(name + ".query.weight", Initializer.glorot(1), size, querySize);
        this.key = parameters.make(name + ".key.weight", Initializer.glorot(1), size, stateSize);
        this.energy = parameters.make(name + ".energy.weight", Initializer.glorot(1), 1, size);
        this.coverage = hasCoverage
                ? Optional.of(parameters.make(name + ".coverage.weight", Initializer.glorot(1), size, 1))
                : Optional.empty();
    }

    @Override
    public Tensor keys(Tensor states) {
        return states.linear(key);
    }

    @Override
    public Tensor score(Query query, Tensor keys) {
        var queries = query.states().linear(this.query).unsqueeze(2); // (n, k, 1, A)
        var sums = queries.add(keys.unsqueeze(1)); // (n, k, S, A)
        if (coverage.isPresent()) {
            var attended = query.coverage().orElseThrow(AdditiveScore::noCoverage);
            sums = sums.add(attended.unsqueeze(-1).linear(coverage.get()));
        }
        return sums.tanh().linear(energy).squeeze(-1); // (n, k, S)
    }

    private static IllegalStateException noCoverage() {
        return new IllegalStateException("an additive score with coverage needs queries that know it");
    }
}
