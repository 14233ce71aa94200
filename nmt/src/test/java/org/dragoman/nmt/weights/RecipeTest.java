package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

class RecipeTest {

    /** 1 to 6 by rows, with {@code chunk} values at a time. */
    private static Map<String, StoredTensor> matrix(int chunk) {
        return Map.of("m", new Held("m", StoredType.F32, chunk, new long[] {2, 3}, 1, 2, 3, 4, 5, 6));
    }

    private record Held(String name, StoredType type, int chunk, long[] shape, float... values)
            implements StoredTensor {
        @Override
        public void read(FloatSink sink) {
            for (var i = 0; i < values.length; i += chunk) {
                sink.accept(i, FloatBuffer.wrap(values, i, Math.min(chunk, values.length - i)));
            }
        }
    }

    private static Held held(String name, StoredType type, long[] shape, float... values) {
        return new Held(name, type, 100, shape, values);
    }

    private static float[] made(Recipe recipe, Map<String, StoredTensor> stored) {
        var shape = recipe.shape(stored);
        var values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.fill(values, Float.NaN);
        recipe.emit(stored, (first, run) -> {
            for (var i = 0; run.hasRemaining(); i++) {
                assertThat(values[(int) first + i]).as("set once").isNaN();
                values[(int) first + i] = run.get();
            }
        });
        return values;
    }

    private static void assertMade(Recipe recipe, Map<String, StoredTensor> stored, long[] shape, float... values) {
        assertThat(recipe.shape(stored)).isEqualTo(shape);
        assertThat(made(recipe, stored)).containsExactly(values);
    }

    private static void assertRefused(Recipe recipe, Map<String, StoredTensor> stored, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.shape(stored))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void transposesWhateverTheChunks(int chunk) {
        assertMade(Recipe.transposed(Recipe.stored("m")), matrix(chunk), new long[] {3, 2}, 1, 4, 2, 5, 3, 6);
        assertMade(
                Recipe.transposed(Recipe.transposed(Recipe.stored("m"))),
                matrix(chunk),
                new long[] {2, 3},
                1,
                2,
                3,
                4,
                5,
                6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void rowsAreTakenTwiceLeftOutAndAdded(int chunk) {
        assertMade(
                Recipe.rows(Recipe.stored("m"), new int[] {1, -1, 1}, 0),
                matrix(chunk),
                new long[] {3, 3},
                4,
                5,
                6,
                0,
                0,
                0,
                4,
                5,
                6);
        assertMade(
                Recipe.rows(Recipe.transposed(Recipe.stored("m")), new int[] {2, 0}, 0),
                matrix(chunk == 2 ? 1 : chunk),
                new long[] {2, 2},
                3,
                6,
                1,
                4);
    }

    @Test
    void placesOfAVectorAreRows() {
        var bias = Map.<String, StoredTensor>of("b", held("b", StoredType.F32, new long[] {1, 3}, 7, 8, 9));
        assertMade(
                Recipe.rows(Recipe.vector("b"), new int[] {2, -1, 0}, Float.NEGATIVE_INFINITY),
                bias,
                new long[] {3},
                9,
                Float.NEGATIVE_INFINITY,
                7);
    }

    @Test
    void stacksPartsInTheirOrder() {
        var recipe = Recipe.stack(Recipe.stored("m"), Recipe.constant(-1, 1, 3), Recipe.stored("m"));
        assertMade(recipe, matrix(3), new long[] {5, 3}, 1, 2, 3, 4, 5, 6, -1, -1, -1, 1, 2, 3, 4, 5, 6);
        assertThat(recipe.sources()).containsExactly("m", "m");
    }

    @Test
    void integersAreDividedByTheScaleOfTheirRowOrByOne() {
        var stored = Map.<String, StoredTensor>of(
                "w", held("w", StoredType.I8, new long[] {2, 2}, 10, -20, 30, 127),
                "rows", held("rows", StoredType.F32, new long[] {2}, 10, 127),
                "one", held("one", StoredType.F32, new long[] {}, 2));
        assertMade(Recipe.dequantized("w", "rows"), stored, new long[] {2, 2}, 1, -2, 30 / 127f, 1);
        assertMade(Recipe.dequantized("w", "one"), stored, new long[] {2, 2}, 5, -10, 15, 63.5f);
    }

    @Test
    void refusesWhatDoesNotSuitIt() {
        var stored = Map.<String, StoredTensor>of(
                "m", held("m", StoredType.F32, new long[] {2, 3}, 1, 2, 3, 4, 5, 6),
                "v", held("v", StoredType.F16, new long[] {2}, 1, 2),
                "s", held("s", StoredType.F32, new long[] {}, 1),
                "i", held("i", StoredType.I8, new long[] {3, 1}, 1, 2, 3));
        assertRefused(Recipe.stored("i"), stored, "'i' should hold floating-point numbers, holds I8");
        assertRefused(Recipe.vector("m"), stored, "'m' should be a vector, has shape [2, 3]");
        assertRefused(Recipe.transposed(Recipe.stored("v")), stored, "'v' should be a matrix, has shape [2]");
        assertRefused(
                Recipe.stack(Recipe.stored("m"), Recipe.stored("v")),
                stored,
                "'v' should have rows of shape [3], has shape [2]");
        assertRefused(Recipe.stack(Recipe.stored("s")), stored, "'s' should have rows, has shape []");
        assertRefused(
                Recipe.rows(Recipe.stored("m"), new int[] {0, 5}, 0),
                stored,
                "'m' should have at least 6 rows, has shape [2, 3]");
        assertRefused(Recipe.ofRows(Recipe.stored("m"), 1), stored, "'m' should have 1 rows, has shape [2, 3]");
        assertRefused(Recipe.dequantized("m", "v"), stored, "'m' should hold integers, holds F32");
        assertRefused(
                Recipe.dequantized("i", "v"),
                stored,
                "'v' should hold one scale or one for each row of 'i' with shape [3, 1], holds 2");
    }
}
