package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

import java.util.List;

/**
 * Attention of a decoder's states to all positions of a source, with one set of weights: the softmax of a score (Bahdanau et
 * al. 2015, equations 5 and 6; "global" in Luong et al. 2015, section 3.1).
 *
 * <p>n is the number of sentences, k the queries to each of them, S the longest source, M the size of the encoder's states and
 * H that of a query.
 */
public final class Attention {

    private final AttentionScore score;

    public Attention(AttentionScore score) {
        this.score = score;
    }

    /** Prepares encoder states (n, S, M), once for all queries; {@code lengths} are the real positions of each row. */
    public Memory project(Tensor states, int[] lengths) {
        var mask = Masks.padding(lengths, Math.toIntExact(states.size(1))).squeeze(1); // (n, 1, S)
        return new Memory(states, score.keys(states), mask);
    }

    /**
     * Attends.
     *
     * <pre>
     * in   query    (n, k, H)
     * out  context  (n, k, M), the encoder states averaged by the weights
     *      weights  (n, 1, k, S), exactly 0 at padding
     * </pre>
     */
    public Attended attend(Tensor query, Memory memory) {
        var weights = score.score(query, memory.keys).add(memory.mask).softmax(-1); // (n, k, S)
        return new Attended(weights.matMul(memory.states), weights.unsqueeze(1));
    }

    /**
     * Encoder states, ready for queries.
     *
     * @param states (n, S, M)
     * @param keys (n, S, A), what the score needs of them
     * @param mask (n, 1, S), see {@link Masks#padding}
     */
    public record Memory(Tensor states, Tensor keys, Tensor mask) {

        /** Returns the memory of these sentences, in this order. */
        public Memory select(Tensor sentences) {
            return new Memory(states.select(sentences), keys.select(sentences), mask.select(sentences));
        }

        /** The native arrays, for whoever decides how long they live. */
        public List<Tensor> tensors() {
            return List.of(states, keys, mask);
        }
    }
}
