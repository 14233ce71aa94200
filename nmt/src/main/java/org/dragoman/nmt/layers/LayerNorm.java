package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.Optional;

/** Layer normalisation over the last dimension (Ba et al. 2016, arXiv 1607.06450, equation 4). */
public final class LayerNorm {

    /** What is added to the variance unless something else is asked for, as in PyTorch. */
    public static final double EPSILON = 1e-5;

    private final Tensor weight;
    private final Optional<Tensor> bias;
    private final double epsilon;

    /**
     * Makes the parameters {@code name.weight} (D), one, and {@code name.bias} (D), zero.
     *
     * @param epsilon added to the variance
     */
    public LayerNorm(Parameters parameters, String name, int size, double epsilon) {
        this.weight = parameters.make(name + ".weight", Initializer.constant(1), size);
        this.bias = Optional.of(parameters.make(name + ".bias", Initializer.constant(0), size));
        this.epsilon = epsilon;
    }

    private LayerNorm(Tensor gain) {
        this.weight = gain;
        this.bias = Optional.empty();
        this.epsilon = EPSILON;
    }

    /** A norm with {@code name.gain} (D), one, and no bias, for sums that get a bias later; its epsilon is {@link #EPSILON}. */
    public static LayerNorm withoutBias(Parameters parameters, String name, int size) {
        return new LayerNorm(parameters.make(name + ".gain", Initializer.constant(1), size));
    }

    public Tensor apply(Tensor x) {
        return x.layerNorm(weight, bias.orElseGet(() -> Tensor.zeros(weight.size(0))), epsilon);
    }
}
