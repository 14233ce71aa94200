package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/** Layer normalisation over the last dimension (Ba et al. 2016, arXiv 1607.06450, equation 4). */
public final class LayerNorm {

    private final Tensor weight;
    private final Tensor bias;
    private final double epsilon;

    /**
     * Makes the parameters {@code name.weight} (D), one, and {@code name.bias} (D), zero.
     *
     * @param epsilon added to the variance
     */
    public LayerNorm(Parameters parameters, String name, int size, double epsilon) {
        this.weight = parameters.make(name + ".weight", Initializer.constant(1), size);
        this.bias = parameters.make(name + ".bias", Initializer.constant(0), size);
        this.epsilon = epsilon;
    }

    public Tensor apply(Tensor x) {
        return x.layerNorm(weight, bias, epsilon);
    }
}
