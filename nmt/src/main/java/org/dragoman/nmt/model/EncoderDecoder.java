package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/**
 * A network that reads a source sequence and predicts a target sequence.
 *
 * <p>Holds parameters and no other state: several threads may use one model, each inside its own
 * {@link org.dragoman.nmt.tensor.Scope}, as long as no one trains it.
 */
public interface EncoderDecoder {

    /** Everything that training changes. */
    Parameters parameters();

    /**
     * Reads a batch of sources.
     *
     * @param training whether dropout is applied
     */
    Encoded encode(Source source, boolean training);

    /** The output layer (V, D). */
    Tensor outputWeight();

    /** The logits (R, V) of hidden states h (R, D): {@code h W^T}, and a bias where the model has one. */
    default Tensor logits(Tensor hidden) {
        return hidden.linear(outputWeight());
    }
}
