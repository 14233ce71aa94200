package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Tensor;

/** A batch of sources as the encoder left it. */
public interface Encoded {

    /**
     * The decoder's states when it is given the right target so far at every position (teacher forcing).
     *
     * <pre>
     * in   targetInput  (B, T) ids, beginning with the start marker
     * out  hidden       (B, T, D), the last layer before {@link EncoderDecoder#outputWeight}
     * </pre>
     */
    Tensor teacherForced(Tensor targetInput, boolean training);

    /** The state before the first target position: one hypothesis a sentence. */
    DecoderState start();
}
