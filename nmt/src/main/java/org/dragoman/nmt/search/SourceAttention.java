package org.dragoman.nmt.search;

import org.dragoman.nmt.tensor.Tensor;

import java.util.Arrays;
import java.util.List;

/** How each row attended to the source at one position, if that is asked for. */
final class SourceAttention {

    private final int width;
    private final float[] weights;

    /** @param layers (n, H, k, S) for each layer that attends to the source */
    SourceAttention(List<Tensor> layers, Alignments alignments) {
        var layer = alignments.layer(layers.size());
        width = layer.isPresent() ? Math.toIntExact(layers.get(layer.getAsInt()).size(-1)) : 0;
        weights = layer.isPresent() ? layers.get(layer.getAsInt()).mean(1).toFloats() : new float[0]; // (n, k, S)
    }

    /** The weights of the source's real positions; empty if not asked for. */
    float[] of(int row, int sourceLength) {
        return width == 0 ? weights : Arrays.copyOfRange(weights, row * width, row * width + sourceLength);
    }
}
