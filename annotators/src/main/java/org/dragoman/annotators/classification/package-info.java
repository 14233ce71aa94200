/**
 * Classes of texts: a linear classifier over sequences of words and characters, made from labelled examples.
 *
 * <p>Start with {@link org.dragoman.annotators.classification.TextClassifier}; {@link
 * org.dragoman.annotators.classification.ClassifierTrainer} makes one, {@link
 * org.dragoman.annotators.classification.ClassificationTraining} does so as a JSON file says, and {@link
 * org.dragoman.annotators.classification.LabelAnnotator} is its place in a pipeline.
 */
package org.dragoman.annotators.classification;
