package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

/**
 * How well the positions of a source fit a query; what a {@link Window} makes weights of.
 *
 * <p>n is the number of sentences, k the queries to each of them, S the longest source, M the size of the encoder's states, H
 * that of a query and A that of a key.
 */
public interface AttentionScore {

    /** What can be computed once a sentence: in encoder states (n, S, M), out keys (n, S, A). */
    Tensor keys(Tensor states);

    /** In queries (n, k, H) and keys (n, S, A), out scores (n, k, S) of any size, those of padding too. */
    Tensor score(Query query, Tensor keys);
}
