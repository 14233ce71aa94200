/**
 * Scores of labels: of classes, of tags, of entities, and of treebanks from raw text.
 *
 * <p>Start with {@link org.dragoman.eval.label.ConfusionMatrix}, {@link org.dragoman.eval.label.SpanScore} or
 * {@link org.dragoman.eval.label.TreebankScore}.
 */
package org.dragoman.eval.label;
