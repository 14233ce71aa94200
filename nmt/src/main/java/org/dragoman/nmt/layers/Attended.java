package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

/**
 * What attention gives.
 *
 * @param context (B, T, D), what was attended to
 * @param weights (B, H, T, S), non-negative; each row sums to 1 and is 0 where the mask hides
 */
public record Attended(Tensor context, Tensor weights) {}
