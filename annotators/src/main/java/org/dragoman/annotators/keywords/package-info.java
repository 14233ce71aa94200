/**
 * The words and phrases that a text is about.
 *
 * <p>Start with {@link org.dragoman.annotators.keywords.KeywordRanking}; {@link org.dragoman.annotators.keywords.KeywordAnnotator} is its place in a
 * pipeline.
 */
package org.dragoman.annotators.keywords;
