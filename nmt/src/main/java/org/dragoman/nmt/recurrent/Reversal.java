package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Tensor;

/**
 * Turns each sequence of a batch around within its own length, so that its padding stays at the end. Applied twice it changes
 * nothing.
 */
final class Reversal {

    private final Tensor places;

    /**
     * Prepares the reversal of one batch.
     *
     * @param lengths real positions of each row
     * @param width L, positions of each row with its padding
     */
    Reversal(int[] lengths, int width) {
        var from = new int[lengths.length * width];
        for (var i = 0; i < from.length; i++) {
            var position = i % width;
            var length = lengths[i / width];
            from[i] = position < length ? i - position + length - 1 - position : i;
        }
        this.places = Tensor.indices(from);
    }

    /** In (B, L, D), out (B, L, D). */
    Tensor apply(Tensor x) {
        return x.reshape(-1, x.size(-1)).rows(places).reshape(x.shape());
    }
}
