/**
 * Scores that equal those of the field's reference tools.
 *
 * <p>Start with {@link org.dragoman.eval.Metric}: it counts {@link org.dragoman.eval.Statistics} in each {@link org.dragoman.eval.Segment},
 * and makes a {@link org.dragoman.eval.Score} of their sum, for one segment, a corpus, or a sample of one. {@link
 * org.dragoman.eval.Bleu} is BLEU as sacreBLEU 2.6.0 computes it. A score carries its counts and a {@link
 * org.dragoman.eval.Signature} that says how it was made; scores with different signatures do not belong in one table.
 *
 * <p>Nothing here depends on the default locale, and of the Unicode data of the Java machine only lower casing does: what is
 * punctuation, symbol, number and white space is set down in this package.
 */
package org.dragoman.eval;
