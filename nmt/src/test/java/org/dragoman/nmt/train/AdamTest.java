package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.NativeArrays;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

class AdamTest {

    private static final AdamConfig PLAIN = new AdamConfig(0.9, 0.98, 1e-9, 0);
    private static final int STEPS = 5;

    private final Parameters parameters = new Parameters(1);

    @AfterEach
    void free() {
        parameters.close();
    }

    /** Makes {@code gradients} those of the parameters. */
    private void backward(Map<String, float[]> gradients) {
        try (var scope = Scope.recording()) {
            gradients.forEach((name, values) -> {
                var parameter = parameters.byName().get(name);
                parameter.mul(Tensor.of(values, parameter.shape())).sum().backward();
            });
        }
    }

    private float[] values(String name) {
        return parameters.byName().get(name).toFloats();
    }

    // ---------------------------------------------------------------------------------------------- the reference

    @ParameterizedTest
    @ValueSource(strings = {"adam-1e-8", "adam-1e-9", "adam-clipped"})
    void fiveUpdatesAreThoseOfPyTorch(String name) {
        var fixture = Fixture.read(name);
        var clip = name.equals("adam-clipped") ? fixture.config("clip").doubleValue() : 0;
        var adam = adamOf(
                fixture, new AdamConfig(0.9, 0.98, fixture.config("epsilon").doubleValue(), clip));
        var history = new LinkedHashMap<String, float[]>();
        for (var step = 0; step < STEPS; step++) {
            backward(gradients(fixture, step));
            var norm = adam.update(fixture.floats("outputs/learningRate")[step]);
            record(history, step, "gradientNorm", (float) norm);
            for (var parameter : parameters.byName().keySet()) {
                record(history, step, parameter, values(parameter));
                record(
                        history,
                        step,
                        "firstMoment." + parameter,
                        adam.moments().get("mean." + parameter).values());
                record(
                        history,
                        step,
                        "secondMoment." + parameter,
                        adam.moments().get("variance." + parameter).values());
            }
        }
        assertThat(history).hasSize(7);
        history.forEach((output, actual) -> fixture.assertClose(actual, "outputs/" + output, 1e-5));
    }

    private Adam adamOf(Fixture fixture, AdamConfig config) {
        for (var name : fixture.names("parameters")) {
            parameters.make(name, Initializer.constant(0), fixture.shape("parameters/" + name));
        }
        parameters.load(fixture.parameters(""), "the fixture");
        parameters.train();
        return new Adam(config, parameters);
    }

    private Map<String, float[]> gradients(Fixture fixture, int step) {
        var gradients = new LinkedHashMap<String, float[]>();
        for (var name : parameters.byName().keySet()) {
            var all = fixture.floats("inputs/gradient." + name);
            var size = all.length / STEPS;
            gradients.put(name, java.util.Arrays.copyOfRange(all, step * size, (step + 1) * size));
        }
        return gradients;
    }

    private static void record(Map<String, float[]> history, int step, String output, float... values) {
        var all = history.computeIfAbsent(output, first -> new float[STEPS * values.length]);
        System.arraycopy(values, 0, all, step * values.length, values.length);
    }

    // ---------------------------------------------------------------------------------------------- by hand

    /** The first update is rate * sign(gradient), whatever its size, since both moments are one gradient and its square. */
    @Test
    void theFirstUpdateIsAsLongAsTheRate() {
        parameters.make("a", Initializer.constant(1), 3);
        parameters.train();
        var adam = new Adam(PLAIN, parameters);
        backward(Map.of("a", new float[] {1000, -0.001f, 3}));
        adam.update(0.25);
        assertThat(values("a")).containsExactly(new float[] {0.75f, 1.25f, 0.75f}, within(1e-5f));
    }

    /** The norm of (3, 4) and (12) is 13; clipped to 1, the first moment is a tenth of a thirteenth of the gradient. */
    @Test
    void theNormIsGlobalAndClippingKeepsTheDirection() {
        parameters.make("a", Initializer.constant(0), 2);
        parameters.make("b", Initializer.constant(0), 1);
        parameters.train();
        var adam = new Adam(new AdamConfig(0.9, 0.98, 1e-9, 1), parameters);
        backward(Map.of("a", new float[] {3, -4}, "b", new float[] {12}));
        assertThat(adam.update(0.1)).isCloseTo(13, within(1e-5));
        var mean = adam.moments().get("mean.a").values();
        assertThat(mean).containsExactly(new float[] {0.3f / 13, -0.4f / 13}, within(1e-7f));
    }

    @Test
    void aGradientWithinTheNormIsNotScaled() {
        parameters.make("a", Initializer.constant(0), 2);
        parameters.train();
        var adam = new Adam(new AdamConfig(0.9, 0.98, 1e-9, 6), parameters);
        backward(Map.of("a", new float[] {3, -4}));
        assertThat(adam.update(0.1)).isCloseTo(5, within(1e-5));
        assertThat(adam.moments().get("mean.a").values()).containsExactly(new float[] {0.3f, -0.4f}, within(1e-6f));
    }

    // ---------------------------------------------------------------------------------------------- odd gradients

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f})
    void aGradientWhoseNormIsNotFiniteChangesNothing(float odd) {
        parameters.make("a", Initializer.constant(1), 2);
        parameters.make("b", Initializer.constant(1), 1);
        parameters.train();
        var adam = new Adam(new AdamConfig(0.9, 0.98, 1e-9, 1), parameters);
        backward(Map.of("a", new float[] {1, 2}, "b", new float[] {3}));
        adam.update(0.1);
        var weights = parameters.weights();
        var moments = adam.moments();

        backward(Map.of("a", new float[] {1, odd}, "b", new float[] {3}));
        assertThat(adam.update(0.1))
                .satisfies(norm -> assertThat(Double.isFinite(norm)).isFalse());
        assertThat(parameters.weights()).isEqualTo(weights);
        assertThat(adam.moments()).isEqualTo(moments);

        backward(Map.of("a", new float[] {3, 4}));
        assertThat(adam.update(0.1)).isCloseTo(5, within(1e-5)); // nothing is left of the odd one
    }

    /** A run that goes on from a checkpoint knows the step of the training only. */
    @Test
    void stepsThatChangedNothingCountAsOnesOfTheTraining() {
        parameters.make("a", Initializer.constant(1), 1);
        parameters.train();
        var adam = new Adam(PLAIN, parameters);
        backward(Map.of("a", new float[] {Float.NaN}));
        adam.update(0.1);
        assertThat(adam.step()).isEqualTo(1);
        backward(Map.of("a", new float[] {1}));
        adam.update(0.1);
        assertThat(adam.step()).isEqualTo(2);
    }

    @Test
    void aParameterWithoutAGradientStays() {
        parameters.make("a", Initializer.constant(1), 2);
        parameters.make("b", Initializer.constant(1), 1);
        parameters.train();
        var adam = new Adam(PLAIN, parameters);
        backward(Map.of("b", new float[] {3}));
        adam.update(0.1);
        assertThat(values("a")).containsExactly(1, 1);
        assertThat(values("b")).containsExactly(new float[] {0.9f}, within(1e-5f));
        assertThat(adam.moments().get("mean.a").values()).containsExactly(0, 0);
    }

    @Test
    void withoutAnyGradientNothingHappens() {
        parameters.make("a", Initializer.constant(1), 2);
        parameters.train();
        assertThat(new Adam(PLAIN, parameters).update(0.1)).isZero();
        assertThat(values("a")).containsExactly(1, 1);
    }

    @Test
    void updatesForgetTheGradient() {
        parameters.make("a", Initializer.constant(0), 2);
        parameters.train();
        var adam = new Adam(PLAIN, parameters);
        for (var i = 0; i < 3; i++) {
            backward(Map.of("a", new float[] {3, 4}));
            assertThat(adam.update(0.1)).isCloseTo(5, within(1e-5));
        }
    }

    // ---------------------------------------------------------------------------------------------- checkpoints,
    // memory

    @Test
    void aRestoredOptimiserGoesOnBitForBit() {
        parameters.make("a", Initializer.normal(1), 3);
        parameters.train();
        var adam = new Adam(PLAIN, parameters);
        backward(Map.of("a", new float[] {1, -2, 3}));
        adam.update(0.1);
        try (var copy = new Parameters(2)) {
            var parameter = copy.make("a", Initializer.constant(0), 3);
            copy.load(parameters.weights(), "test");
            copy.train();
            var restored = new Adam(PLAIN, copy);
            restored.restore(adam.step(), adam.moments());
            backward(Map.of("a", new float[] {-1, 5, 2}));
            adam.update(0.1);
            try (var scope = Scope.recording()) {
                parameter.mul(Tensor.of(new float[] {-1, 5, 2}, 3)).sum().backward();
            }
            restored.update(0.1);
            assertThat(copy.weights()).isEqualTo(parameters.weights());
            assertThat(restored.moments()).isEqualTo(adam.moments());
        }
    }

    @Test
    void refusesACheckpointThatLacksAMoment() {
        parameters.make("a", Initializer.constant(1), 2);
        var adam = new Adam(PLAIN, parameters);
        var moments = new LinkedHashMap<>(adam.moments());
        moments.remove("variance.a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.restore(1, moments))
                .withMessage("the checkpoint lacks the moments [variance.a]");
    }

    @Test
    void updatesLeaveNothingInNativeMemory() {
        var parameter = parameters.make("a", Initializer.constant(1), 2);
        parameters.train();
        var adam = new Adam(PLAIN, parameters);
        var before = NativeArrays.beside(parameter);
        for (var i = 0; i < 20; i++) {
            backward(Map.of("a", new float[] {1, 2}));
            adam.update(0.1);
        }
        assertThat(NativeArrays.beside(parameter)).isEqualTo(before);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamConfig(1, 0.9, 1e-9, 0))
                .withMessage("beta1 must be at least 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamConfig(0.9, -0.1, 1e-9, 0))
                .withMessage("beta2 must be at least 0 and below 1, got -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamConfig(0.9, 0.9, 0, 0))
                .withMessage("epsilon must be above 0, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdamConfig(0.9, 0.9, 1e-9, Double.NaN))
                .withMessage("clipNorm must be 0 or more, got NaN");
    }
}
