package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

import java.util.function.UnaryOperator;

/** The non-linear function between the two maps of a feed-forward layer. */
public enum Activation {
    RELU(Tensor::relu),
    /** In its exact form, with the error function (Hendrycks and Gimpel 2016). */
    GELU(Tensor::gelu),
    /** {@code x * sigmoid(x)}, also called SiLU. */
    SWISH(Tensor::silu);

    private final UnaryOperator<Tensor> function;

    Activation(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    Tensor apply(Tensor x) {
        return function.apply(x);
    }
}
