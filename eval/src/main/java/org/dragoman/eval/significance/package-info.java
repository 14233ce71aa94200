/**
 * Whether a difference of scores may be chance, by sacreBLEU's procedures and with its random numbers.
 *
 * <p>Start with {@link org.dragoman.eval.significance.PairedTest}; {@link org.dragoman.eval.significance.Bootstrap} gives the confidence
 * interval of one system. Both take the counts of single lines, which {@link org.dragoman.eval.SystemCounts} keeps on demand.
 */
package org.dragoman.eval.significance;
