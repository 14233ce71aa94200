package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Tensor;

/**
 * Which positions of a source a query may see, and how scores become weights. n is the number of sentences, k the queries to each of them, S
 * the longest source.
 */
public interface Window {

    /**
     * Makes weights of scores.
     *
     * @param scores (n, k, S), those of padding too
     * @return (n, k, S), 0 or more; exactly 0 at padding and outside the window
     */
    Tensor weights(Tensor scores, Query query, Sources sources);
}
