/**
 * What all metrics of text share.
 *
 * <p>Start with {@link org.dragoman.eval.Metric}: it counts {@link org.dragoman.eval.Statistics} in each {@link org.dragoman.eval.Segment},
 * and makes a {@link org.dragoman.eval.Score} of their sum, for one segment, a corpus, or a sample of one. A score carries its counts and a
 * {@link org.dragoman.eval.Signature} that says how it was made; scores with different signatures do not belong in one table.
 *
 * <p>The packages below this one: {@link org.dragoman.eval.text} has the metrics themselves, {@link org.dragoman.eval.alignment} word
 * alignments.
 */
package org.dragoman.eval;
