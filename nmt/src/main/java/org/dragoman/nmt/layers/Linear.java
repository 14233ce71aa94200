package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/** {@code y = x W^T + b} over the last dimension: in (..., I), out (..., O). */
public final class Linear {

    private final Tensor weight;
    private final Tensor bias;

    private Linear(Tensor weight, Tensor bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /** A map with parameters {@code name.weight} (O, I), Glorot uniform, and {@code name.bias} (O), zero. */
    public static Linear of(Parameters parameters, String name, int in, int out) {
        return packed(parameters, name, in, out, 1);
    }

    /** Several maps of one input on top of each other; the weight is initialised as if they were apart. */
    static Linear packed(Parameters parameters, String name, int in, int out, int parts) {
        return new Linear(
                parameters.make(name + ".weight", Initializer.glorot(parts), (long) out * parts, in),
                parameters.make(name + ".bias", Initializer.constant(0), (long) out * parts));
    }

    public Tensor apply(Tensor x) {
        return x.linear(weight, bias);
    }
}
