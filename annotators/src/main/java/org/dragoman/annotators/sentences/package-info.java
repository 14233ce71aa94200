/**
 * Sentences.
 *
 * <p>Start with {@link org.dragoman.annotators.sentences.SentenceSplitter}, which walks over the white space of a text and asks at
 * each gap whether a sentence ends there: first the rules of the language, then a model.
 */
package org.dragoman.annotators.sentences;
