package org.dragoman.nmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FixtureTest {

    private static final String POSITIONS = "outputs/positions"; // (12, 8)

    private final Fixture positions = Fixture.read("positions-interleaved");
    private final Fixture attention = Fixture.read("attention-self-padding");

    @Test
    void givesValuesAndShapeByName() {
        assertThat(positions.shape(POSITIONS)).containsExactly(12, 8);
        assertThat(positions.floats(POSITIONS)).hasSize(96).startsWith(0, 1, 0, 1, 0, 1, 0, 1, (float) Math.sin(1));
        assertThat(positions.config("layout").textValue()).isEqualTo("interleaved");
        assertThat(attention.longs("inputs/mask")).containsExactly(1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void givesParametersUnderTheNameOfTheLayer() {
        var parameters = attention.parameters("layer.");
        assertThat(parameters)
                .containsOnlyKeys("layer.qkv.weight", "layer.qkv.bias", "layer.output.weight", "layer.output.bias");
        assertThat(parameters.get("layer.qkv.weight").shape()).containsExactly(18, 6);
    }

    @Test
    void findsTheGradientsOfALargeCaseInTheirOwnFile() {
        var transformer = Fixture.read("transformer-pre-norm");
        assertThat(transformer.names("gradients")).isEqualTo(transformer.names("parameters"));
    }

    @Test
    void aSingleNumberHasNoDimensions() {
        var loss = Fixture.read("cross-entropy-smoothing-0");
        assertThat(loss.shape("outputs/loss")).isEmpty();
        assertThat(loss.floats("outputs/loss")).hasSize(1);
    }

    @Test
    void acceptsTheReferenceItselfAndDifferencesWithinTheTolerance() {
        var actual = positions.floats(POSITIONS);
        assertThatCode(() -> positions.assertClose(actual, POSITIONS, 0)).doesNotThrowAnyException();
        actual[5] += 0.0009f;
        assertThatCode(() -> positions.assertClose(actual, POSITIONS, 1e-3)).doesNotThrowAnyException();
    }

    @Test
    void saysWhereTheLargestDifferenceIs() {
        var actual = positions.floats(POSITIONS);
        actual[3] = 1.25f;
        actual[17] = 0; // row 2, column 1: the cosine of 2
        assertThatThrownBy(() -> positions.assertClose(actual, POSITIONS, 1e-3))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "positions-interleaved: outputs/positions differs most at [2, 1] of [12, 8]: "
                                + "expected -0.41614684, got 0.0, difference 0.42, allowed 0.0010; 2 of 96 values differ by more");
    }

    @Test
    void notANumberIsTheLargestDifference() {
        var actual = positions.floats(POSITIONS);
        actual[3] = 100;
        actual[8] = Float.NaN;
        assertThatThrownBy(() -> positions.assertClose(actual, POSITIONS, 1e-3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at [1, 0] of [12, 8]: expected 0.84147096, got NaN");
    }

    @Test
    void theToleranceIsRelativeToTheLargestReferenceValue() {
        var adam = Fixture.read("adam-1e-9");
        var actual = adam.floats("outputs/secondMoment.weight"); // all below 0.1
        actual[0] += 0.0005f;
        assertThatThrownBy(() -> adam.assertClose(actual, "outputs/secondMoment.weight", 1e-3))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAnotherNumberOfValues() {
        assertThatThrownBy(() -> positions.assertClose(new float[95], POSITIONS, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("positions-interleaved: outputs/positions should have 96 values [12, 8], got 95");
    }

    @Test
    void aMaskLeavesPaddingOutOfTheComparison() {
        var actual = attention.floats("outputs/output"); // (3, 5, 6); the first row has 3 tokens
        actual[3 * 6] = 100;
        attention.assertCloseWhere("inputs/mask", actual, "outputs/output", 1e-6);
        assertThatThrownBy(() -> attention.assertClose(actual, "outputs/output", 1e-6))
                .isInstanceOf(AssertionError.class);
        actual[2 * 6 + 5] = 100;
        assertThatThrownBy(() -> attention.assertCloseWhere("inputs/mask", actual, "outputs/output", 1e-6))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at [0, 2, 5] of [3, 5, 6]")
                .hasMessageContaining("1 of 90 values");
    }

    @Test
    void refusesAMaskOfAnotherShape() {
        var weights = attention.floats("outputs/weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attention.assertCloseWhere("inputs/mask", weights, "outputs/weights", 1e-6))
                .withMessage("attention-self-padding: the mask inputs/mask has shape [3, 5], "
                        + "expected the first dimensions of outputs/weights, which has [3, 3, 5, 5]");
    }

    @Test
    void saysWhatThereIsWhenANameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attention.floats("outputs/wieghts"))
                .withMessage("attention-self-padding has no 'outputs/wieghts'; there are [weights, output]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attention.floats("weights"))
                .withMessage(
                        "attention-self-padding: a tensor is addressed as section/name, such as inputs/x, got 'weights'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixture.read("attention"))
                .withMessage("no fixture 'attention': fixtures/attention.json is not on the class path; "
                        + "src/test/python/layer_fixtures.py makes them");
    }

    @Test
    void refusesToReadFractionsAsIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> positions.longs(POSITIONS))
                .withMessage("positions-interleaved: outputs/positions holds 0.0, expected integers");
    }
}
