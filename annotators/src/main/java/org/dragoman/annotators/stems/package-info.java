/**
 * Stems: what is left of words without their endings.
 *
 * <p>Start with {@link org.dragoman.annotators.stems.Stemmer}; {@link org.dragoman.annotators.stems.SnowballStemmer} has thirty of
 * them.
 */
package org.dragoman.annotators.stems;
