/**
 * Annotators for text in one language, on models of Apache OpenNLP and stemmers of Apache Lucene.
 *
 * <p>Start with {@link org.dragoman.annotators.English}. Each package below this one is about one layer, and has the algorithm, which
 * knows texts and words, apart from the annotator, which knows documents. All of them are safe for use by many threads. In a
 * pipeline file the annotators are called {@code sentences}, {@code tokens}, {@code pos}, {@code stems}, {@code sentiment}, {@code labels}, {@code language},
 * {@code keywords} and {@code summary}.
 */
package org.dragoman.annotators;
