package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.NativeArrays;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Safetensors;
import org.dragoman.nmt.tensor.SafetensorsBytes;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.weights.SafetensorsFile;
import org.dragoman.nmt.weights.TensorFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

class OptimizerTest {

    private static final OptimizerConfig.Adam ADAM = OptimizerConfig.Adam.DEFAULT;
    private static final Clipping NO_CLIPPING = new Clipping(0, 0);
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

    private static byte[] bytes(Map<String, Tensor> tensors) {
        return SafetensorsBytes.of(tensors, Safetensors.Precision.F32);
    }

    private static TensorFile file(Map<String, Tensor> moments) {
        return SafetensorsFile.of(bytes(moments), "moments");
    }

    // ---------------------------------------------------------------------------------------------- the reference

    @ParameterizedTest
    @ValueSource(strings = {"adam-1e-8", "adam-1e-9", "adam-clipped"})
    void fiveUpdatesAreThoseOfPyTorch(String name) {
        var fixture = Fixture.read(name);
        var clip = name.equals("adam-clipped") ? fixture.config("clip").doubleValue() : 0;
        var epsilon = fixture.config("epsilon").doubleValue();
        var adam = optimizerOf(fixture, new OptimizerConfig.Adam(0.9, 0.98, epsilon), new Clipping(clip, 0));
        var history = new LinkedHashMap<String, float[]>();
        for (var step = 0; step < STEPS; step++) {
            backward(gradients(fixture, step));
            var norm = adam.update(step + 1, fixture.floats("outputs/learningRate")[step]);
            record(history, step, "gradientNorm", (float) norm);
            for (var parameter : parameters.byName().keySet()) {
                record(history, step, parameter, values(parameter));
                record(
                        history,
                        step,
                        "firstMoment." + parameter,
                        adam.moments().get("mean." + parameter).toFloats());
                record(
                        history,
                        step,
                        "secondMoment." + parameter,
                        adam.moments().get("variance." + parameter).toFloats());
            }
        }
        assertThat(history).hasSize(7);
        history.forEach((output, actual) -> fixture.assertClose(actual, "outputs/" + output, 1e-5));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("adam-w", new OptimizerConfig.AdamW(ADAM, 0.1)),
                Arguments.of("sgd", new OptimizerConfig.Sgd(0, false, 0)),
                Arguments.of("sgd-momentum", new OptimizerConfig.Sgd(0.9, false, 0.1)),
                Arguments.of("sgd-nesterov", new OptimizerConfig.Sgd(0.9, true, 0)),
                Arguments.of("sgd-clipped-twice", new OptimizerConfig.Sgd(0, false, 0)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void updatesOfOtherOptimisersAreThoseOfPyTorch(String name, OptimizerConfig config) {
        var fixture = Fixture.read(name);
        var clipping = new Clipping(
                fixture.config("clip").doubleValue(),
                fixture.config("clipValue").doubleValue());
        var optimizer = optimizerOf(fixture, config, clipping);
        var history = new LinkedHashMap<String, float[]>();
        for (var step = 0; step < STEPS; step++) {
            backward(gradients(fixture, step));
            record(history, step, "gradientNorm", (float)
                    optimizer.update(step + 1, fixture.floats("outputs/learningRate")[step]));
            for (var parameter : parameters.byName().keySet()) {
                record(history, step, parameter, values(parameter));
            }
        }
        assertThat(history).hasSize(3);
        history.forEach((output, actual) -> fixture.assertClose(actual, "outputs/" + output, 1e-5));
    }

    private Optimizer optimizerOf(Fixture fixture, OptimizerConfig config, Clipping clipping) {
        for (var name : fixture.names("parameters")) {
            parameters.make(name, Initializer.constant(0), fixture.shape("parameters/" + name));
        }
        parameters.load(fixture.parameters(""), "the fixture");
        parameters.train();
        return new Optimizer(config, clipping, parameters);
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
        var adam = new Optimizer(ADAM, NO_CLIPPING, parameters);
        backward(Map.of("a", new float[] {1000, -0.001f, 3}));
        adam.update(1, 0.25);
        assertThat(values("a")).containsExactly(new float[] {0.75f, 1.25f, 0.75f}, within(1e-5f));
    }

    /** The norm of (3, 4) and (12) is 13; clipped to 1, the first moment is a tenth of a thirteenth of the gradient. */
    @Test
    void theNormIsGlobalAndClippingKeepsTheDirection() {
        parameters.make("a", Initializer.constant(0), 2);
        parameters.make("b", Initializer.constant(0), 1);
        parameters.train();
        var adam = new Optimizer(ADAM, new Clipping(1, 0), parameters);
        backward(Map.of("a", new float[] {3, -4}, "b", new float[] {12}));
        assertThat(adam.update(1, 0.1)).isCloseTo(13, within(1e-5));
        var mean = adam.moments().get("mean.a").toFloats();
        assertThat(mean).containsExactly(new float[] {0.3f / 13, -0.4f / 13}, within(1e-7f));
    }

    @Test
    void aGradientWithinTheNormIsNotScaled() {
        parameters.make("a", Initializer.constant(0), 2);
        parameters.train();
        var adam = new Optimizer(ADAM, new Clipping(6, 0), parameters);
        backward(Map.of("a", new float[] {3, -4}));
        assertThat(adam.update(1, 0.1)).isCloseTo(5, within(1e-5));
        assertThat(adam.moments().get("mean.a").toFloats()).containsExactly(new float[] {0.3f, -0.4f}, within(1e-6f));
    }

    // ---------------------------------------------------------------------------------------------- odd gradients

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f})
    void aGradientWhoseNormIsNotFiniteChangesNothing(float odd) {
        parameters.make("a", Initializer.constant(1), 2);
        parameters.make("b", Initializer.constant(1), 1);
        parameters.train();
        var adam = new Optimizer(ADAM, new Clipping(1, 0), parameters);
        backward(Map.of("a", new float[] {1, 2}, "b", new float[] {3}));
        adam.update(1, 0.1);
        var weights = parameters.weights();
        var moments = bytes(adam.moments());

        backward(Map.of("a", new float[] {1, odd}, "b", new float[] {3}));
        assertThat(adam.update(2, 0.1))
                .satisfies(norm -> assertThat(Double.isFinite(norm)).isFalse());
        assertThat(parameters.weights()).isEqualTo(weights);
        assertThat(bytes(adam.moments())).isEqualTo(moments);

        backward(Map.of("a", new float[] {3, 4}));
        assertThat(adam.update(3, 0.1)).isCloseTo(5, within(1e-5)); // nothing is left of the odd one
    }

    @Test
    void aParameterWithoutAGradientStays() {
        parameters.make("a", Initializer.constant(1), 2);
        parameters.make("b", Initializer.constant(1), 1);
        parameters.train();
        var adam = new Optimizer(ADAM, NO_CLIPPING, parameters);
        backward(Map.of("b", new float[] {3}));
        adam.update(1, 0.1);
        assertThat(values("a")).containsExactly(1, 1);
        assertThat(values("b")).containsExactly(new float[] {0.9f}, within(1e-5f));
        assertThat(adam.moments().get("mean.a").toFloats()).containsExactly(0, 0);
    }

    @Test
    void withoutAnyGradientNothingHappens() {
        parameters.make("a", Initializer.constant(1), 2);
        parameters.train();
        assertThat(new Optimizer(ADAM, NO_CLIPPING, parameters).update(1, 0.1)).isZero();
        assertThat(values("a")).containsExactly(1, 1);
    }

    @Test
    void updatesForgetTheGradient() {
        parameters.make("a", Initializer.constant(0), 2);
        parameters.train();
        var adam = new Optimizer(ADAM, NO_CLIPPING, parameters);
        for (var i = 0; i < 3; i++) {
            backward(Map.of("a", new float[] {3, 4}));
            assertThat(adam.update(i + 1, 0.1)).isCloseTo(5, within(1e-5));
        }
    }

    // ---------------------------------------------------------------------------------------------- checkpoints,
    // memory

    @Test
    void aRestoredOptimiserGoesOnBitForBit() {
        parameters.make("a", Initializer.normal(1), 3);
        parameters.train();
        var adam = new Optimizer(ADAM, NO_CLIPPING, parameters);
        backward(Map.of("a", new float[] {1, -2, 3}));
        adam.update(1, 0.1);
        try (var copy = new Parameters(2)) {
            var parameter = copy.make("a", Initializer.constant(0), 3);
            copy.load(parameters.weights(), "test");
            copy.train();
            var restored = new Optimizer(ADAM, NO_CLIPPING, copy);
            restored.restore(file(adam.moments()));
            backward(Map.of("a", new float[] {-1, 5, 2}));
            adam.update(2, 0.1);
            try (var scope = Scope.recording()) {
                parameter.mul(Tensor.of(new float[] {-1, 5, 2}, 3)).sum().backward();
            }
            restored.update(2, 0.1);
            assertThat(copy.weights()).isEqualTo(parameters.weights());
            assertThat(bytes(restored.moments())).isEqualTo(bytes(adam.moments()));
        }
    }

    @Test
    void refusesACheckpointThatLacksAMoment() {
        parameters.make("a", Initializer.constant(1), 2);
        var adam = new Optimizer(ADAM, NO_CLIPPING, parameters);
        var moments = new LinkedHashMap<>(adam.moments());
        moments.remove("variance.a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.restore(file(moments)))
                .withMessage("moments does not fit the model's configuration: 'variance.a' is missing");
    }

    @Test
    void updatesLeaveNothingInNativeMemory() {
        var parameter = parameters.make("a", Initializer.constant(1), 2);
        parameters.train();
        var adam = new Optimizer(ADAM, NO_CLIPPING, parameters);
        var before = NativeArrays.beside(parameter);
        for (var i = 0; i < 20; i++) {
            backward(Map.of("a", new float[] {1, 2}));
            adam.update(i + 1, 0.1);
        }
        assertThat(NativeArrays.beside(parameter)).isEqualTo(before);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimizerConfig.Adam(1, 0.9, 1e-9))
                .withMessage("beta1 must be at least 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimizerConfig.Adam(0.9, -0.1, 1e-9))
                .withMessage("beta2 must be at least 0 and below 1, got -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimizerConfig.Adam(0.9, 0.9, 0))
                .withMessage("epsilon must be above 0, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimizerConfig.Sgd(0, true, 0))
                .withMessage("momentum must be above 0 for nesterov, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clipping(Double.NaN, 0))
                .withMessage("the norm of clipping must be 0 or more, got NaN");
    }
}
