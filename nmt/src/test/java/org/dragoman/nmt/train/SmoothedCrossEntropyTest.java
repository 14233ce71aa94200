package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.NativeArrays;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

class SmoothedCrossEntropyTest {

    private static final double TOLERANCE = 1e-5;

    private static Tensor tensor(Fixture fixture, String path) {
        return Tensor.of(fixture.floats(path), fixture.shape(path));
    }

    /** The reference's rows whose target isn't padding. */
    private static int[] real(Fixture fixture) {
        var mask = fixture.longs("inputs/mask");
        return IntStream.range(0, mask.length).filter(row -> mask[row] == 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-entropy-smoothing-0", "cross-entropy-smoothing-0.1"})
    void valuesAndGradientsAreThoseOfPyTorch(String name) {
        var fixture = Fixture.read(name);
        try (var scope = Scope.recording()) {
            var hidden = tensor(fixture, "inputs/hidden").trainable();
            var weight = tensor(fixture, "parameters/embedding").trainable();
            var rows = Tensor.indices(real(fixture));
            var targets = Tensor.indices(Arrays.stream(real(fixture))
                    .map(row -> (int) fixture.longs("inputs/target")[row])
                    .toArray());
            var loss = new SmoothedCrossEntropy(fixture.config("labelSmoothing").doubleValue())
                    .of(hidden.rows(rows), weight, targets);
            assertThat(loss.tokens()).isEqualTo(5);
            fixture.assertClose(new float[] {(float) loss.smoothed()}, "outputs/lossSum", TOLERANCE);
            fixture.assertClose(new float[] {(float) (loss.smoothed() / 5)}, "outputs/loss", TOLERANCE);
            fixture.assertClose(new float[] {(float) (loss.crossEntropy() / 5)}, "outputs/plainLoss", TOLERANCE);
            loss.objective().backward();
            fixture.assertClose(hidden.gradient().orElseThrow().toFloats(), "gradients/hidden", TOLERANCE);
            fixture.assertClose(weight.gradient().orElseThrow().toFloats(), "gradients/embedding", TOLERANCE);
        }
    }

    /** Against the definition in plain Java, whose slope the gradient must be. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.9})
    void gradientsAreTheSlopeOfTheDefinition(double smoothing) {
        var random = new Random(1);
        var h = random.doubles(3 * 4, -1, 1).toArray();
        var w = random.doubles(6 * 4, -1, 1).toArray();
        int[] targets = {5, 0, 2};
        try (var scope = Scope.recording()) {
            var hidden = floats(h, 3, 4).trainable();
            var weight = floats(w, 6, 4).trainable();
            var loss = new SmoothedCrossEntropy(smoothing).of(hidden, weight, Tensor.indices(targets));
            assertThat(loss.smoothed()).isCloseTo(definition(h, w, smoothing, targets), within(1e-5));
            assertThat(loss.crossEntropy()).isCloseTo(definition(h, w, 0, targets), within(1e-5));
            loss.objective().backward();
            assertSlopes(h, () -> definition(h, w, smoothing, targets) / 3, hidden);
            assertSlopes(w, () -> definition(h, w, smoothing, targets) / 3, weight);
        }
    }

    private static Tensor floats(double[] values, long... shape) {
        var floats = new float[values.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, shape);
    }

    /** Sum over rows of -(1 - e) log p(target) - e / V * sum over v of log p(v). */
    private static double definition(double[] hidden, double[] weight, double smoothing, int... targets) {
        var vocabulary = weight.length / 4;
        var sum = 0.0;
        for (var row = 0; row < targets.length; row++) {
            var logits = new double[vocabulary];
            for (var i = 0; i < weight.length; i++) {
                logits[i / 4] += hidden[4 * row + i % 4] * weight[i];
            }
            var normaliser = Math.log(Arrays.stream(logits).map(Math::exp).sum());
            sum -= (1 - smoothing) * (logits[targets[row]] - normaliser);
            sum -= smoothing * (Arrays.stream(logits).average().orElseThrow() - normaliser);
        }
        return sum;
    }

    private static void assertSlopes(double[] values, java.util.function.DoubleSupplier objective, Tensor tensor) {
        var gradient = tensor.gradient().orElseThrow().toFloats();
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            values[i] = value + 1e-5;
            var above = objective.getAsDouble();
            values[i] = value - 1e-5;
            var slope = (above - objective.getAsDouble()) / 2e-5;
            values[i] = value;
            assertThat((double) gradient[i]).as("place %d", i).isCloseTo(slope, within(1e-5));
        }
    }

    /** 1,100 rows are five chunks; PyTorch differentiates the same loss in one piece. */
    @Test
    void chunksChangeNothing() {
        var rows = 1100;
        var h = Initializer.normal(1).values(1, rows, 4);
        var w = Initializer.normal(1).values(2, 6, 4);
        var targets = new Random(3).ints(rows, 0, 6).toArray();
        try (var scope = Scope.recording()) {
            var hidden = Tensor.of(h, rows, 4).trainable();
            var weight = Tensor.of(w, 6, 4).trainable();
            var loss = new SmoothedCrossEntropy(0.1).of(hidden, weight, Tensor.indices(targets));
            loss.objective().backward();

            var wholeHidden = Tensor.of(h, rows, 4).trainable();
            var wholeWeight = Tensor.of(w, 6, 4).trainable();
            var logProbabilities = wholeHidden.linear(wholeWeight).logSoftmax(-1);
            var ofTargets = logProbabilities.pick(Tensor.indices(targets)).sum();
            var whole = ofTargets.scale(-0.9).add(logProbabilities.mean(1).sum().scale(-0.1));
            whole.scale(1.0 / rows).backward();

            assertThat(loss.smoothed()).isCloseTo(whole.item(), within(1e-5 * whole.item()));
            assertThat(loss.crossEntropy()).isCloseTo(-ofTargets.item(), within(1e-5 * whole.item()));
            assertClose(hidden, wholeHidden, 1e-8f);
            assertClose(weight, wholeWeight, 1e-6f);
        }
    }

    private static void assertClose(Tensor actual, Tensor expected, float tolerance) {
        assertThat(actual.gradient().orElseThrow().toFloats())
                .containsExactly(expected.gradient().orElseThrow().toFloats(), within(tolerance));
    }

    @Test
    void valuesAreTheSameWithoutGradients() {
        double recorded;
        try (var scope = Scope.recording()) {
            recorded = small().smoothed();
        }
        try (var scope = Scope.open()) {
            assertThat(small().smoothed()).isEqualTo(recorded);
        }
    }

    private static SmoothedCrossEntropy.Loss small() {
        var hidden = Tensor.of(Initializer.normal(1).values(1, 3, 4), 3, 4);
        var weight = Tensor.of(Initializer.normal(1).values(2, 6, 4), 6, 4);
        return new SmoothedCrossEntropy(0.1).of(hidden, weight, Tensor.indices(0, 5, 2));
    }

    /** Logits of 400 and -400 overflow no exponential; the target's share is e^-800, and the loss 800. */
    @Test
    void hugeLogitsAreNoTrouble() {
        try (var scope = Scope.recording()) {
            var hidden = Tensor.of(new float[] {400}, 1, 1).trainable();
            var weight = Tensor.of(new float[] {1, -1}, 2, 1);
            var loss = new SmoothedCrossEntropy(0).of(hidden, weight, Tensor.indices(1));
            assertThat(loss.crossEntropy()).isCloseTo(800, within(1e-3));
            loss.objective().backward();
            assertThat(hidden.gradient().orElseThrow().toFloats()).containsExactly(2); // from -400 to 400
        }
    }

    @Test
    void nothingIsLeftToTheParameters() {
        try (var parameters = new Parameters(1)) {
            var weight = parameters.make("weight", Initializer.normal(1), 6, 4).trainable();
            var before = NativeArrays.beside(weight);
            try (var scope = Scope.recording()) {
                var hidden = Tensor.of(Initializer.normal(1).values(1, 600, 4), 600, 4);
                new SmoothedCrossEntropy(0.1)
                        .of(hidden, weight, Tensor.indices(new int[600]))
                        .objective()
                        .backward();
            }
            assertThat(NativeArrays.beside(weight)).isEqualTo(before);
        }
    }
}
