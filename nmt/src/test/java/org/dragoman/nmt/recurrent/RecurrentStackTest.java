package org.dragoman.nmt.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class RecurrentStackTest {

    private static final double TOLERANCE = 1e-5;
    private static final int[] LENGTHS = {3, 5, 2};

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

    private RecurrentStack stack(CellType cell, int layers, boolean bidirectional, double dropout) {
        var shape = new RecurrentStack.Shape(cell, 3, layers, bidirectional, false, dropout);
        return new RecurrentStack(parameters, "layers", 4, shape);
    }

    /** The reference runs over packed sequences, so it has no padding that could leak. */
    @ParameterizedTest
    @ValueSource(strings = {"elman", "lstm", "gru"})
    void outputsStatesAndGradientsAreThoseOfPackedSequencesInPyTorch(String name) {
        var fixture = Fixture.read("stack-" + name);
        var stack = stack(CellType.valueOf(name.toUpperCase(Locale.ROOT)), 2, true, 0);
        parameters.load(fixture.parameters("layers."), "the fixture");
        parameters.train();
        var x = trainable(fixture, "x");
        var starts = List.of(trainable(fixture, "start.0"), trainable(fixture, "start.1"));
        var read = stack.read(x, Optional.of(starts), false, LENGTHS);
        fixture.assertClose(read.outputs().toFloats(), "outputs/output", TOLERANCE);
        var objective = weighed(fixture, read.outputs(), "output");
        for (var layer = 0; layer < 2; layer++) {
            var state = read.states().get(layer);
            fixture.assertClose(state.toFloats(), "outputs/state." + layer, TOLERANCE);
            objective = objective.add(weighed(fixture, state, "state." + layer));
        }
        objective.backward();
        assertGradient(fixture, x, "x");
        assertGradient(fixture, starts.get(0), "start.0");
        assertGradient(fixture, starts.get(1), "start.1");
        parameters
                .byName()
                .forEach((parameter, tensor) ->
                        assertGradient(fixture, tensor, parameter.substring("layers.".length())));
    }

    private static Tensor trainable(Fixture fixture, String input) {
        return Tensor.of(fixture.floats("inputs/" + input), fixture.shape("inputs/" + input))
                .trainable();
    }

    private static Tensor weighed(Fixture fixture, Tensor output, String name) {
        return output.mul(Tensor.of(fixture.floats("cotangents/" + name), output.shape()))
                .sum();
    }

    private static void assertGradient(Fixture fixture, Tensor tensor, String name) {
        fixture.assertClose(tensor.gradient().orElseThrow().toFloats(), "gradients/" + name, TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"ELMAN, true", "ELMAN_SIGMOID, true", "LSTM, true", "GRU, true", "LSTM, false", "GRU, false"})
    void eachSequenceIsReadInABatchAsAlone(CellType type, boolean bidirectional) {
        var stack = stack(type, 2, bidirectional, 0);
        var x = random(7, 3, 6, 4);
        var together = stack.read(x, false, LENGTHS);
        for (var row = 0; row < LENGTHS.length; row++) {
            var alone = stack.read(x.slice(0, row, row + 1).slice(1, 0, LENGTHS[row]), false, LENGTHS[row]);
            var outputs = together.outputs().slice(0, row, row + 1);
            assertThat(outputs.slice(1, 0, LENGTHS[row]).reshape(-1).toFloats())
                    .containsExactly(alone.outputs().toFloats(), within(1e-6f));
            assertThat(outputs.slice(1, LENGTHS[row], 6).square().sum().item()).isZero();
            assertThat(together.top().slice(0, row, row + 1).reshape(-1).toFloats())
                    .containsExactly(alone.top().toFloats(), within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({"ELMAN", "LSTM", "GRU"})
    void aLongSequenceIsReadInPartsAsAtOnce(CellType type) {
        var stack = stack(type, 2, false, 0);
        var x = random(8, 2, 6, 4);
        var whole = stack.read(x, false, 6, 6);
        var first = stack.read(x.slice(1, 0, 2), false, 2, 2);
        var rest = stack.read(x.slice(1, 2, 6), Optional.of(first.states()), false, 4, 4);
        assertThat(rest.outputs().toFloats())
                .containsExactly(whole.outputs().slice(1, 2, 6).reshape(-1).toFloats(), within(1e-6f));
        assertThat(rest.top().toFloats()).containsExactly(whole.top().toFloats(), within(1e-6f));
    }

    @Test
    void theLastOutputIsThatOfTheDirectionThatEndsAtTheStart() {
        var stack = stack(CellType.GRU, 1, true, 0);
        var read = stack.read(random(9, 3, 5, 4), false, LENGTHS);
        var atStart = read.outputs().slice(1, 0, 1).squeeze(1).slice(1, 3, 6);
        assertThat(stack.lastOutput(read).toFloats())
                .containsExactly(atStart.reshape(-1).toFloats(), within(1e-6f));
    }

    @Test
    void dropoutActsBetweenLayersAndInTrainingOnly() {
        var stack = stack(CellType.GRU, 2, false, 0.5);
        var x = random(9, 3, 5, 4);
        Torch.seed(3);
        var first = stack.read(x, true, LENGTHS);
        var second = stack.read(x, true, LENGTHS);
        assertThat(first.states().get(0).toFloats())
                .isEqualTo(second.states().get(0).toFloats());
        assertThat(first.top().toFloats()).isNotEqualTo(second.top().toFloats());
        assertThat(stack.read(x, false, LENGTHS).top().toFloats())
                .isEqualTo(stack.read(x, false, LENGTHS).top().toFloats());
    }

    @Test
    void reversalKeepsPaddingAtTheEndAndUndoesItself() {
        var x = Tensor.of(new float[] {1, 2, 3, 8, 9, 1, 2, 3, 4, 5, 1, 8, 8, 8, 9}, 3, 5, 1);
        var reversal = new Reversal(new int[] {3, 5, 1}, 5);
        assertThat(reversal.apply(x).toFloats()).containsExactly(3, 2, 1, 8, 9, 5, 4, 3, 2, 1, 1, 8, 8, 8, 9);
        assertThat(reversal.apply(reversal.apply(x)).toFloats()).containsExactly(x.toFloats());
    }

    @Test
    void refusesALengthBeyondTheBatchAndAnEmptySequence() {
        var stack = stack(CellType.GRU, 1, true, 0);
        var x = random(9, 3, 5, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stack.read(x, false, 3, 6, 2))
                .withMessage("the length of a sequence must be between 1 and the width 5 of its batch, got 6 in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stack.read(x, false, 3, 5, 0))
                .withMessage("the length of a sequence must be between 1 and the width 5 of its batch, got 0 in row 2");
    }
}
