/**
 * Stems: what is left of words without their endings.
 *
 * <p>Start with {@link org.dragoman.annotators.stems.Stemmer}; {@link org.dragoman.annotators.stems.Stemmers} has them by
 * name.
 */
package org.dragoman.annotators.stems;
