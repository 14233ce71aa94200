/**
 * Word alignments: which word of a sentence belongs to which of its translation, surely, possibly, or with a weight.
 *
 * <p>Indices count words from 0, source first. {@link org.dragoman.eval.alignment.SoftAlignment} is what the attention of a model gives.
 */
package org.dragoman.eval.alignment;
