package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * A recorded operation reads its operands once more in the backward pass. DJL lays operands that come from Java into buffers
 * that the garbage collector frees; between the two passes {@link #collectAndOverwrite} makes that happen.
 */
class FreedMemoryTest {

    private static final int SIZE = 8;
    private static final double STEP = 1e-5;

    /** Collects garbage, then takes the memory that was freed and fills it with numbers that would be noticed. */
    private static void collectAndOverwrite() throws InterruptedException {
        for (var round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(10); // the collector's own thread frees the buffers
            for (var i = 0; i < 300; i++) {
                var buffer = ByteBuffer.allocateDirect(4 + 4 * (i % (2 * SIZE))).order(ByteOrder.nativeOrder());
                while (buffer.hasRemaining()) {
                    buffer.putFloat(1e30f);
                }
            }
        }
    }

    /** Shows that the test below can fail: DJL's own operation with a number does, nearly every time. */
    @Test
    void theLibrarysOwnMultiplicationByANumberLosesItsGradient() throws InterruptedException {
        var wrong = 0;
        for (var attempt = 0; attempt < 10 && wrong == 0; attempt++) {
            wrong += gradientOfDjl() == 0.5f ? 0 : 1;
        }
        assertThat(wrong).as("attempts with a wrong gradient").isEqualTo(1);
    }

    /** The gradient of x * 0.5, which is 0.5. */
    private static float gradientOfDjl() throws InterruptedException {
        try (var scope = Scope.recording();
                var manager = Torch.newManager()) {
            var x = (PtNDArray) manager.ones(new Shape(1), DataType.FLOAT32);
            JniUtils.attachGradient(x, true);
            var product = x.mul(0.5f);
            collectAndOverwrite();
            JniUtils.backward(product, (PtNDArray) manager.ones(new Shape(1)), false, false);
            return JniUtils.getGradient(x).toFloatArray()[0];
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gradientsSurviveAGarbageCollectionBeforeTheBackwardPass(long seed) throws InterruptedException {
        var random = new Random(seed);
        var x = random.doubles(SIZE, -1, 1).toArray();
        var a = random.doubles(SIZE, 0.5, 2).toArray();
        var b = random.doubles(SIZE, 1, 2).toArray();
        var chosen = random.ints(SIZE, 0, SIZE).toArray();
        try (var scope = Scope.recording()) {
            var trainable = tensor(x).trainable();
            Tensor objective;
            try (var inner = Scope.open()) { // closing it frees all operands but x
                objective = inner.keep(objective(trainable, a, b, chosen));
            }
            collectAndOverwrite();
            objective.backward();
            var gradient = trainable.gradient().orElseThrow().toFloats();
            for (var i = 0; i < SIZE; i++) {
                assertThat((double) gradient[i]).as("place %d", i).isCloseTo(slope(x, i, a, b, chosen), within(1e-4));
            }
        }
    }

    private static Tensor tensor(double... values) {
        var floats = new float[values.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, floats.length);
    }

    /** Operands of each kind that comes from Java: numbers, floats and ids. */
    private static Tensor objective(Tensor x, double[] a, double[] b, int... chosen) {
        var y = x.scale(0.7).shift(0.3).mul(tensor(a)).div(tensor(b)).tanh().scale(-1.3);
        var rows = y.square().unsqueeze(-1).rows(Tensor.indices(chosen)); // (SIZE, 1)
        return rows.squeeze(-1).mul(tensor(a)).sum();
    }

    /** The same in plain Java. */
    private static double objective(double[] x, double[] a, double[] b, int... chosen) {
        var sum = 0.0;
        for (var i = 0; i < SIZE; i++) {
            var j = chosen[i];
            var y = -1.3 * Math.tanh((0.7 * x[j] + 0.3) * a[j] / b[j]);
            sum += y * y * a[i];
        }
        return sum;
    }

    private static double slope(double[] x, int place, double[] a, double[] b, int... chosen) {
        var above = x.clone();
        var below = x.clone();
        above[place] += STEP;
        below[place] -= STEP;
        return (objective(above, a, b, chosen) - objective(below, a, b, chosen)) / (2 * STEP);
    }
}
