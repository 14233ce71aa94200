package org.dragoman.nmt.layers;

import org.dragoman.nmt.tensor.Tensor;

/**
 * Masks that are added to attention scores: 0 where attention may look, {@link #HIDDEN} where it may not.
 *
 * <p>The softmax gives a hidden place a weight of exactly 0 as long as one place of its row is visible.
 */
public final class Masks {

    /** Large but finite: a row of minus infinity would become NaN. */
    public static final float HIDDEN = -1e9f;

    private Masks() {}

    /**
     * Hides the padding of each row.
     *
     * @param lengths real tokens of each row, from 1 to {@code width}
     * @return (B, 1, 1, width), which broadcasts over heads and queries
     */
    public static Tensor padding(int[] lengths, int width) {
        var mask = new float[lengths.length * width];
        for (var row = 0; row < lengths.length; row++) {
            java.util.Arrays.fill(mask, row * width + lengths[row], (row + 1) * width, HIDDEN);
        }
        return Tensor.of(mask, lengths.length, 1, 1, width);
    }

    /**
     * Hides what comes after each position.
     *
     * @return (1, 1, size, size), queries by keys
     */
    public static Tensor causal(int size) {
        var mask = new float[size * size];
        for (var query = 0; query < size; query++) {
            java.util.Arrays.fill(mask, query * size + query + 1, (query + 1) * size, HIDDEN);
        }
        return Tensor.of(mask, 1, 1, size, size);
    }
}
