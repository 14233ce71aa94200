package org.dragoman.nmt.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Locale;

/** What all cells have in common, and their equations with layer norm. */
class CellTest {

    private static final double TOLERANCE = 1e-5;

    private final Parameters parameters = new Parameters(1);
    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.recording();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    private static Tensor random(long seed, long... shape) {
        return Tensor.of(Initializer.normal(1).values(seed, shape), shape);
    }

    @ParameterizedTest
    @CsvSource({
        "ELMAN, false", "ELMAN_SIGMOID, false", "LSTM, false", "GRU, false",
        "ELMAN, true", "ELMAN_SIGMOID, true", "LSTM, true", "GRU, true"
    })
    void aRunIsARowOfSteps(CellType type, boolean layerNorm) {
        var cell = type.make(parameters, "cell", 4, 3, layerNorm);
        var x = random(5, 2, 6, 4);
        var start = random(6, 2, cell.stateSize());
        var outputs = new ArrayList<Tensor>();
        var state = start;
        for (var position = 0; position < 6; position++) {
            state = cell.step(x.slice(1, position, position + 1).squeeze(1), state);
            outputs.add(cell.output(state));
        }
        var run = cell.run(x, start);
        assertThat(run.outputs().toFloats())
                .containsExactly(Tensor.stack(1, outputs).toFloats(), within(1e-6f));
        assertThat(run.last().toFloats()).containsExactly(state.toFloats(), within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void anInputInTwoPartsGivesTheSameStep(CellType type) {
        var cell = type.make(parameters, "cell", 4, 3, false);
        var x = random(5, 2, 4);
        var state = random(6, 2, cell.stateSize());
        var walk = cell.walk(x.slice(1, 0, 3).unsqueeze(1));
        assertThat(walk.step(0, x.slice(1, 3, 4), state).toFloats())
                .containsExactly(cell.step(x, state).toFloats(), within(1e-6f));
    }

    /** As the classes say: H (I + H + 1), 4 (HI + H^2 + H) and 3 (HI + H^2 + 2H) for I = 7 and H = 5. */
    @ParameterizedTest
    @CsvSource({"ELMAN, 65", "ELMAN_SIGMOID, 65", "LSTM, 260", "GRU, 210"})
    void hasTheParametersOfTheLiterature(CellType type, long count) {
        type.make(parameters, "cell", 7, 5, false);
        assertThat(parameters.count()).isEqualTo(count);
    }

    /** By hand: sigmoid(0.5 * 2 - 1 * 0.25 + 0.1) = sigmoid(0.85) = 0.700567. */
    @Test
    void theCellOfElmansPaperUsesTheLogisticFunction() {
        var cell = CellType.ELMAN_SIGMOID.make(parameters, "cell", 1, 1, false);
        parameters.byName().get("cell.weightInput").setInPlace(new float[] {0.5f});
        parameters.byName().get("cell.weightHidden").setInPlace(new float[] {-1});
        parameters.byName().get("cell.bias").setInPlace(new float[] {0.1f});
        var next = cell.step(Tensor.of(new float[] {2}, 1, 1), Tensor.of(new float[] {0.25f}, 1, 1));
        assertThat(next.toFloats()[0]).isCloseTo(0.700567f, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elman", "lstm", "gru"})
    void layerNormIsThatOfBaAndOthers(String name) {
        var fixture = Fixture.read("cell-normed-" + name);
        var cell = CellType.valueOf(name.toUpperCase(Locale.ROOT)).make(parameters, "cell", 4, 3, true);
        parameters.load(fixture.parameters("cell."), "the fixture");
        parameters.train();
        var x = Tensor.of(fixture.floats("inputs/x"), 2, 3, 4).trainable();
        var states = new ArrayList<Tensor>();
        var state = Tensor.of(fixture.floats("inputs/state"), 2, cell.stateSize());
        for (var position = 0; position < 3; position++) {
            state = cell.step(x.slice(1, position, position + 1).squeeze(1), state);
            states.add(state);
        }
        var output = Tensor.stack(1, states);
        output.mul(Tensor.of(fixture.floats("cotangents/output"), output.shape()))
                .sum()
                .backward();
        fixture.assertClose(output.toFloats(), "outputs/output", TOLERANCE);
        fixture.assertClose(x.gradient().orElseThrow().toFloats(), "gradients/x", TOLERANCE);
        parameters
                .byName()
                .forEach((parameter, tensor) -> fixture.assertClose(
                        tensor.gradient().orElseThrow().toFloats(),
                        "gradients/" + parameter.substring("cell.".length()),
                        TOLERANCE));
    }
}
