/**
 * Models of Apache OpenNLP from the class path, checked and shared, and a pool for what only one thread at a time may use.
 *
 * <p>Start with {@link org.dragoman.annotators.opennlp.OpenNlpModel}. The algorithms in the packages beside this one use the models
 * directly rather than through the {@code ME} classes, which keep the last answer in fields and whose time grows with the square of a
 * chunk without white space, of a sentence, or, with abbreviations, of a text.
 */
package org.dragoman.annotators.opennlp;
