/**
 * What the encoder is told of each piece of a source beside the piece: layers of the pipeline, such as parts of speech, and features of
 * the text (Sennrich and Haddow 2016, arXiv 1606.02892).
 *
 * <p>Start with {@link org.dragoman.nmt.factors.Factor}. A {@link org.dragoman.nmt.factors.FactorConfig} says which factors a model has,
 * and {@link org.dragoman.nmt.factors.SourceFactors} turns those of a document into numbers.
 */
package org.dragoman.nmt.factors;
