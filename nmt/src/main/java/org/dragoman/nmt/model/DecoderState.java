package org.dragoman.nmt.model;

import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * Where decoding stands: n sentences, each with k hypotheses, which are n * k rows in the order of the sentences.
 *
 * <p>Immutable. Its tensors belong to the scope in which they were made, unless {@link #tensors} are kept elsewhere.
 */
public interface DecoderState {

    /**
     * Decodes one position of every hypothesis.
     *
     * @param tokens (n * k) ids, the last token of each hypothesis; the start marker at first
     */
    Step step(Tensor tokens);

    /**
     * Chooses which sentences and hypotheses go on.
     *
     * @param sentences n' numbers of sentences of this state, in rising order
     * @param rows n' * k' numbers of rows of this state: k' hypotheses for each chosen sentence, taken from that sentence;
     *     one may be taken several times
     */
    DecoderState select(int[] sentences, int[] rows);

    /** The native arrays that this state needs later on. */
    List<Tensor> tensors();

    /**
     * What one position gives.
     *
     * @param logits (n * k, V), before the softmax
     * @param attention for each layer (n, H, k, S): how each hypothesis attended to the source; each row sums to 1
     * @param next the state with this position behind it
     */
    record Step(Tensor logits, List<Tensor> attention, DecoderState next) {}
}
