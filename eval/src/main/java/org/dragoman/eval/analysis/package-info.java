/**
 * Where translations are good and where they are not: by length, by the frequency of words, and line by line.
 *
 * <p>Start with {@link org.dragoman.eval.analysis.ScoreByLength} and {@link org.dragoman.eval.analysis.OutputCheck}.
 */
package org.dragoman.eval.analysis;
