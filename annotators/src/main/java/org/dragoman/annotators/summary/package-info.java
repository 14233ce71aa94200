/**
 * The sentences that sum a text up.
 *
 * <p>Start with {@link org.dragoman.annotators.summary.SentenceRanking}; {@link org.dragoman.annotators.summary.SummaryAnnotator} is its place in a
 * pipeline.
 */
package org.dragoman.annotators.summary;
