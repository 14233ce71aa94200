package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Encoder states, ready for queries: prepared once a sentence and asked at every position.
 *
 * @param heads what each head sees
 * @param sources how long they are
 * @param training whether this is for training, where even hard attention is soft, so that gradients flow
 */
public record Memory(List<Head> heads, Sources sources, boolean training) {

    /**
     * What a head sees.
     *
     * @param values (n, S, M'), what contexts are averaged from
     * @param keys (n, S, A), what the score needs
     */
    public record Head(Tensor values, Tensor keys) {
        private Head select(Tensor sentences) {
            return new Head(values.select(sentences), keys.select(sentences));
        }
    }

    /** The number of sentences. */
    public long sentences() {
        return sources.lengths().size(0);
    }

    /** S, the longest source of the batch. */
    public long width() {
        return sources.mask().size(-1);
    }

    /** The memory of these sentences, in this order. */
    public Memory select(Tensor sentences) {
        return new Memory(
                heads.stream().map(head -> head.select(sentences)).toList(), sources.select(sentences), training);
    }

    /** The native arrays, for whoever decides how long they live. */
    public List<Tensor> tensors() {
        var tensors = new ArrayList<>(sources.tensors());
        heads.forEach(head -> tensors.addAll(List.of(head.values, head.keys)));
        return tensors;
    }
}
