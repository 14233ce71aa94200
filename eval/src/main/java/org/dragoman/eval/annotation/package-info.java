/**
 * Runs annotators on texts whose right annotation is known, so that what they find can be scored.
 *
 * <p>{@link org.dragoman.eval.annotation.TreebankRun} is for tokenizers, taggers and lemmatizers, {@link
 * org.dragoman.eval.annotation.EntityRun} for named entities, {@link org.dragoman.eval.annotation.LabelRun} for classifiers. A document
 * that an annotator fails on ends the run with its exception: a score of the rest would mislead.
 */
package org.dragoman.eval.annotation;
