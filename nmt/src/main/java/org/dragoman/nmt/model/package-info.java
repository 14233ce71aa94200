/**
 * Models that turn a source sequence into a target sequence, behind one small contract for training and search:
 * encode once; score a whole target at a time, or step by step with a state.
 *
 * <p>Start with {@link org.dragoman.nmt.model.EncoderDecoder}. A new architecture is a record of settings in
 * {@link org.dragoman.nmt.model.ModelConfig} and a class beside {@link org.dragoman.nmt.model.Transformer}.
 */
package org.dragoman.nmt.model;
