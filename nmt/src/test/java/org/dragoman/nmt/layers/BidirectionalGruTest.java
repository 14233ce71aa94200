package org.dragoman.nmt.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class BidirectionalGruTest {

    private static final double TOLERANCE = 1e-5;
    private static final int[] LENGTHS = {3, 5, 2};

    private final Fixture fixture = Fixture.read("gru-bidirectional");
    private final Parameters parameters = new Parameters(1);
    private final BidirectionalGru layer = new BidirectionalGru(parameters, "layer", 4, 3);
    private Scope scope;

    @BeforeEach
    void loadTheReferenceWeights() {
        parameters.load(fixture.parameters("layer."), "the fixture");
        parameters.train();
        scope = Scope.recording();
    }

    @AfterEach
    void free() {
        scope.close();
        parameters.close();
    }

    private Tensor reference(String path) {
        return Tensor.of(fixture.floats(path), fixture.shape(path));
    }

    @Test
    void statesAreThoseOfPackedSequencesInPyTorchAndZeroAtPadding() {
        var states = layer.apply(reference("inputs/x"), LENGTHS);
        assertThat(states.shape()).containsExactly(3, 5, 6);
        fixture.assertClose(states.toFloats(), "outputs/output", TOLERANCE);
        fixture.assertClose(layer.lastOfBackward(states).toFloats(), "outputs/backwardFinal", TOLERANCE);
    }

    @Test
    void gradientsAreThoseOfPackedSequencesInPyTorchAndZeroAtPadding() {
        var x = reference("inputs/x").trainable();
        var states = layer.apply(x, LENGTHS);
        var lastOfForward = states.reshape(15, 6).rows(Tensor.indices(2, 9, 11)).slice(1, 0, 3); // positions 2, 4 and 1
        fixture.assertClose(lastOfForward.toFloats(), "outputs/forwardFinal", TOLERANCE);
        states.mul(reference("cotangents/output"))
                .sum()
                .add(lastOfForward.mul(reference("cotangents/forwardFinal")).sum())
                .add(layer.lastOfBackward(states)
                        .mul(reference("cotangents/backwardFinal"))
                        .sum())
                .backward();
        fixture.assertClose(x.gradient().orElseThrow().toFloats(), "gradients/x", TOLERANCE);
        for (var name : fixture.names("parameters")) {
            var gradient = parameters.byName().get("layer." + name).gradient().orElseThrow();
            fixture.assertClose(gradient.toFloats(), "gradients/" + name, TOLERANCE);
        }
    }

    @Test
    void morePaddingChangesNothing() {
        var x = reference("inputs/x");
        var wider = Tensor.concat(1, List.of(x, Tensor.full(7, 3, 2, 4)));
        var states = layer.apply(wider, LENGTHS);
        assertThat(states.slice(1, 0, 5).reshape(90).toFloats())
                .containsExactly(layer.apply(x, LENGTHS).toFloats(), within(1e-6f));
        assertThat(states.slice(1, 5, 7).square().sum().item()).isZero();
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
        var x = reference("inputs/x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(x, new int[] {3, 6, 2}))
                .withMessage("the length of a sequence must be between 1 and the width 5 of its batch, got 6 in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(x, new int[] {3, 5, 0}))
                .withMessage("the length of a sequence must be between 1 and the width 5 of its batch, got 0 in row 2");
    }
}
