package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class InitializerTest {

    private static final long[] SHAPE = {200, 200};

    private static double mean(float... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double deviation(float... values) {
        var mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow());
    }

    private static double largest(float... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElseThrow();
    }

    @Test
    void aConstantIsEverywhere() {
        assertThat(Initializer.constant(0.5).values(1, 2, 3)).hasSize(6).containsOnly(0.5f);
    }

    /** Of 40,000 draws the mean has the deviation 0.3 / 200, and the deviation one of 0.3 / 283. */
    @Test
    void normalValuesHaveTheirDeviation() {
        var values = Initializer.normal(0.3).values(1, SHAPE);
        assertThat(values).hasSize(40_000);
        assertThat(mean(values)).isCloseTo(0, within(4 * 0.0015));
        assertThat(deviation(values)).isCloseTo(0.3, within(4 * 0.00106));
        assertThat(largest(values)).isBetween(3 * 0.3, 6 * 0.3);
    }

    /** A uniform distribution has the deviation bound / sqrt(3). */
    @Test
    void uniformValuesFillTheirBounds() {
        var values = Initializer.uniform(0.3).values(1, SHAPE);
        assertThat(mean(values)).isCloseTo(0, within(4 * 0.00087));
        assertThat(deviation(values)).isCloseTo(0.3 / Math.sqrt(3), within(0.002));
        assertThat(largest(values)).isBetween(0.2995, (double) 0.3f);
    }

    /** sqrt(6 / (out + in)), with the rows of one projection as out: sqrt(6 / (100 + 50)) = 0.2. */
    @Test
    void glorotsBoundIsThatOfOneProjection() {
        assertThat(largest(Initializer.glorot(1).values(1, 100, 50))).isBetween(0.1995, (double) 0.2f);
        assertThat(largest(Initializer.glorot(3).values(1, 300, 50))).isBetween(0.1995, (double) 0.2f);
        assertThat(largest(Initializer.glorot(1).values(1, 300, 50))).isBetween(0.1305, Math.sqrt(6.0 / 350) + 1e-6);
    }

    @Test
    void valuesDependOnTheSeedOnly() {
        for (var initializer :
                new Initializer[] {Initializer.normal(1), Initializer.uniform(1), Initializer.glorot(1)}) {
            assertThat(initializer.values(7, 4, 4)).isEqualTo(initializer.values(7, 4, 4));
            assertThat(initializer.values(7, 4, 4)).isNotEqualTo(initializer.values(8, 4, 4));
        }
    }
}
