package org.dragoman.nmt.tensor;

import java.util.Arrays;

/**
 * The values of one parameter in Java memory.
 *
 * @param shape size of each dimension
 * @param values in row-major order
 */
public record Weights(long[] shape, float[] values) {

    /** Returns the shape as {@code [3, 4]}. */
    public String shapeText() {
        return Arrays.toString(shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that && Arrays.equals(shape, that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Weights" + shapeText();
    }
}
