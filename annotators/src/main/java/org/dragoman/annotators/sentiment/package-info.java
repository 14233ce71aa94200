/**
 * How favourable sentences and documents are.
 *
 * <p>Start with {@link org.dragoman.annotators.sentiment.SentimentModel}; {@link org.dragoman.annotators.sentiment.SentimentAnnotator} is its
 * place in a pipeline, and {@link org.dragoman.annotators.sentiment.SentimentTraining} makes one.
 */
package org.dragoman.annotators.sentiment;
