package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * The content-based addressing of Graves et al. 2014 (arXiv 1410.5401, equations 5 and 6): {@code beta cos(k, m)} for an encoder state m.
 *
 * <p>As there, the controller, which here is the decoder, emits the key and its strength: {@code k = W q} and {@code beta = softplus(u^T q + b)}
 * for a query q. The bias b starts so that beta is 5 at first: a cosine is at most 1, and with a strength of 1 the weights could hardly
 * differ.
 */
public final class CosineScore implements AttentionScore {

    private static final double FIRST_STRENGTH = 5;
    private static final double EPSILON = 1e-8; // under the root of the squared length

    private final Tensor key;
    private final Tensor strength;
    private final Tensor strengthBias;

    /**
     * Makes {@code name.key.weight} (M, H), W above, Glorot uniform; {@code name.strength.weight} (1, H), u, zero; and {@code
     * name.strength.bias} (1), b.
     */
    public CosineScore(Parameters parameters, String name, int querySize, int stateSize) {
        key = parameters.make(name + ".key.weight", Initializer.glorot(1), stateSize, querySize);
        strength = parameters.make(name + ".strength.weight", Initializer.constant(0), 1, querySize);
        strengthBias =
                parameters.make(name + ".strength.bias", Initializer.constant(Math.log(Math.expm1(FIRST_STRENGTH))), 1);
    }

    /** The states, each divided by its length. */
    @Override
    public Tensor keys(Tensor states) {
        return normed(states);
    }

    @Override
    public Tensor score(Query query, Tensor keys) {
        var emitted = normed(query.states().linear(key)); // (n, k, M)
        var beta = query.states().linear(strength, strengthBias).softplus(); // (n, k, 1)
        return emitted.matMul(keys.transpose(-1, -2)).mul(beta);
    }

    private static Tensor normed(Tensor x) {
        return x.div(x.square().sum(-1).shift(EPSILON).sqrt().unsqueeze(-1));
    }
}
