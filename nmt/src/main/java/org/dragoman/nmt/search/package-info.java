/**
 * Finds the target sequences that a model holds for likely: greedy and beam search, a batch at a time, and the score of a
 * target that is given.
 *
 * <p>Start with {@link org.dragoman.nmt.search.BeamSearch}; {@link org.dragoman.nmt.search.SearchConfig} says how it searches.
 * There is one search: greedy search is a beam of width 1. Probabilities are natural logarithms everywhere. A <em>row</em> is one
 * hypothesis in the decoder's batch; n sentences with k hypotheses each are n * k rows in the order of the sentences.
 */
package org.dragoman.nmt.search;
