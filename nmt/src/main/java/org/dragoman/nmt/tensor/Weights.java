package org.dragoman.nmt.tensor;

import java.util.Arrays;

/**
 * The values of one parameter in Java memory.
 *
 * @param shape size of each dimension
 * @param values in row-major order, as many as {@code shape} has places
 */
public record Weights(long[] shape, float[] values) {

    public Weights {
        var places = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (places != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + places + " values, got " + values.length);
        }
    }

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
