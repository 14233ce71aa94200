/**
 * Which language a text is in.
 *
 * <p>Start with {@link org.dragoman.annotators.language.LanguageIdentifier}; {@link org.dragoman.annotators.language.LanguageAnnotator} is its
 * place in a pipeline, and {@link org.dragoman.annotators.language.LanguageTraining} makes its model.
 */
package org.dragoman.annotators.language;
