/**
 * The parts of which models are made, each from its equations: linear maps, embeddings, normalisation, attention,
 * recurrent cells.
 *
 * <p>A layer takes its parameters from {@link org.dragoman.nmt.tensor.Parameters} when it is built and holds no other state, so one
 * layer may serve several threads. Tensors are batch first; the letters in tables of shapes are the same everywhere: B batch, S source length, T
 * target length, D size of the model, H heads, V vocabulary. Start with {@link org.dragoman.nmt.layers.SelfAttention}.
 */
package org.dragoman.nmt.layers;
