package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * Local attention with predictive alignment, local-p in Luong et al. 2015 (arXiv 1508.04025, section 3.2): the decoder says where to look,
 *
 * <pre>
 * p   = S sigmoid(v^T tanh(W q))                                      equation 9
 * a_s = softmax(score)_s exp(-(s - p)^2 / (2 (D/2)^2))                equation 10
 * </pre>
 *
 * <p>for a query q and a source of S positions, s counted from 0; the softmax is over the positions from {@code p - D} to {@code p + D}. The
 * weights sum to less than 1, as in the paper, and the gradient reaches v and W by the Gaussian.
 */
public final class PredictiveWindow implements Window {

    private final int reach;
    private final Tensor weight;
    private final Tensor energy;

    /**
     * Makes {@code name.weight} (H, H) and {@code name.energy.weight} (1, H), W and v above, Glorot uniform.
     *
     * @param reach D, at least 1
     */
    public PredictiveWindow(Parameters parameters, String name, int querySize, int reach) {
        this.reach = reach;
        this.weight = parameters.make(name + ".weight", Initializer.glorot(1), querySize, querySize);
        this.energy = parameters.make(name + ".energy.weight", Initializer.glorot(1), 1, querySize);
    }

    @Override
    public Tensor weights(Tensor scores, Query query, Sources sources) {
        var centres = centres(query, sources); // (n, k, 1)
        var near = Near.of(centres, reach, sources);
        var deviation = reach / 2.0;
        var gaussian = near.squares().scale(-1 / (2 * deviation * deviation)).exp();
        return scores.add(sources.mask()).add(near.mask()).softmax(-1).mul(gaussian);
    }

    /** Where each query looks: (n, k, 1), between 0 and the source's length. */
    Tensor centres(Query query, Sources sources) {
        return query.states().linear(weight).tanh().linear(energy).sigmoid().mul(sources.lengths());
    }
}
