package org.dragoman.nmt.tensor;

import java.util.Arrays;
import java.util.Random;

/** The start values of a parameter. */
@FunctionalInterface
public interface Initializer {

    /** Returns as many values as {@code shape} has places; the same for the same seed. */
    float[] values(long seed, long... shape);

    /** The same, but zero in one row of a table (R, C). */
    default Initializer exceptRow(int row) {
        return (seed, shape) -> {
            var values = values(seed, shape);
            var columns = Math.toIntExact(shape[1]);
            Arrays.fill(values, row * columns, (row + 1) * columns, 0);
            return values;
        };
    }

    /** All places have one value. */
    static Initializer constant(double value) {
        return (seed, shape) -> {
            var values = new float[size(shape)];
            Arrays.fill(values, (float) value);
            return values;
        };
    }

    /** A normal distribution around 0. */
    static Initializer normal(double deviation) {
        return (seed, shape) -> {
            var random = new Random(seed);
            return fill(shape, () -> random.nextGaussian() * deviation);
        };
    }

    /** A uniform distribution between {@code -bound} and {@code bound}. */
    static Initializer uniform(double bound) {
        return (seed, shape) -> {
            var random = new Random(seed);
            return fill(shape, () -> (2 * random.nextDouble() - 1) * bound);
        };
    }

    /**
     * The uniform distribution of Glorot and Bengio 2010, equation 16, for a weight (out, in) that may hold several
     * projections on top of each other.
     *
     * @param parts how many projections the first dimension holds
     */
    static Initializer glorot(int parts) {
        return (seed, shape) ->
                uniform(Math.sqrt(6.0 / (shape[0] / parts + shape[1]))).values(seed, shape);
    }

    private static float[] fill(long[] shape, java.util.function.DoubleSupplier next) {
        var values = new float[size(shape)];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) next.getAsDouble();
        }
        return values;
    }

    private static int size(long... shape) {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
    }
}
