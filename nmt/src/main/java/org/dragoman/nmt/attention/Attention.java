package org.dragoman.nmt.attention;

import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.tensor.Tensor;

/**
 * Attention of a decoder's states to the positions of a source: any {@link AttentionScore} with any {@link Window}.
 *
 * <p>n is the number of sentences, k the queries to each of them, S the longest source, M the size of the encoder's states and
 * H that of a query.
 */
public interface Attention {

    /**
     * Prepares encoder states, once for all queries.
     *
     * @param states (n, S, M)
     * @param lengths real positions of each row, 1 to S
     * @param training whether hard attention stays soft, so that gradients flow
     */
    Memory project(Tensor states, boolean training, int... lengths);

    /**
     * Attends.
     *
     * <pre>
     * in   query    states (n, k, H)
     * out  context  (n, k, M), the encoder states averaged by the weights
     *      weights  (n, heads, k, S), exactly 0 at padding and outside the window
     * </pre>
     */
    Attended attend(Query query, Memory memory);
}
