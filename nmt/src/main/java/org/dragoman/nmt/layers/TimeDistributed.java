package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Applies a layer that knows no sequences to each position of sequences alike: in (B, L, ...), out (B, L, ...) with whatever the layer
 * makes of the dimensions behind the first two. Layers that work on the last dimension only, such as {@link Linear}, need it not.
 */
public final class TimeDistributed {

    private final UnaryOperator<Tensor> layer;

    /** @param layer in (N, ...), out (N, ...) */
    public TimeDistributed(UnaryOperator<Tensor> layer) {
        this.layer = layer;
    }

    /** Applies the layer to all positions at once. */
    public Tensor apply(Tensor x) {
        var each = x.shape();
        var flat = Arrays.copyOfRange(each, 1, each.length);
        flat[0] = each[0] * each[1];
        var applied = layer.apply(x.reshape(flat));
        var after = applied.shape();
        var shape = new long[after.length + 1];
        shape[0] = each[0];
        shape[1] = each[1];
        System.arraycopy(after, 1, shape, 2, after.length - 1);
        return applied.reshape(shape);
    }
}
