/**
 * Lemmas: the forms under which a dictionary has the words.
 *
 * <p>Start with {@link org.dragoman.annotators.lemmas.Lemmatizer}. {@link org.dragoman.annotators.lemmas.LearnedLemmatizer} is learned from
 * a treebank; {@link org.dragoman.annotators.lemmas.GermanLemmatizer} puts a case policy on a model of OpenNLP;
 * {@link org.dragoman.annotators.lemmas.LemmaExceptions} are for users to add.
 */
package org.dragoman.annotators.lemmas;
