package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/** The position-wise feed-forward layer of Vaswani et al. 2017, equation 2: two linear maps around an activation. */
public final class FeedForward {

    private final Linear inner;
    private final Linear outer;
    private final Activation activation;

    /** Makes {@code name.inner} (D to F) and {@code name.outer} (F to D). */
    public FeedForward(Parameters parameters, String name, int size, int innerSize, Activation activation) {
        this.inner = Linear.of(parameters, name + ".inner", size, innerSize);
        this.outer = Linear.of(parameters, name + ".outer", innerSize, size);
        this.activation = activation;
    }

    /** In (..., D), out (..., D). */
    public Tensor apply(Tensor x) {
        return apply(x, 0);
    }

    /** The same in training, with dropout after the activation. */
    public Tensor apply(Tensor x, double dropout) {
        return outer.apply(activation.apply(inner.apply(x)).dropout(dropout));
    }
}
