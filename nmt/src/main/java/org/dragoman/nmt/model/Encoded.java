package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Tensor;

import java.util.Random;

/** A batch of sources as the encoder left it. */
public interface Encoded {

    /**
     * The decoder's states when it is given the right target so far at every position (teacher forcing).
     *
     * <pre>
     * in   targetInput  (B, T) ids, beginning with the start marker
     * out  hidden       (B, T, D), the last layer before {@link EncoderDecoder#logits}
     * </pre>
     */
    Tensor teacherForced(Tensor targetInput, boolean training);

    /**
     * The decoder's states in training when at each position after the first it is given the right token with the probability {@code truth},
     * and else the token that it found most likely itself (scheduled sampling, Bengio et al. 2015, arXiv 1506.03099). For models whose {@link
     * ModelConfig#canSampleInputs} says so.
     *
     * <pre>
     * in   targetInput  (B, T) ids, beginning with the start marker
     * out  hidden       (B, T, D), as {@link #teacherForced}
     * </pre>
     *
     * @param random decides at each position of each row
     */
    default Tensor sampled(Tensor targetInput, double truth, Random random) {
        throw new UnsupportedOperationException(
                "this model computes all positions at once, so it can't be given its own tokens");
    }

    /** The state before the first target position: one hypothesis a sentence. */
    DecoderState start();
}
