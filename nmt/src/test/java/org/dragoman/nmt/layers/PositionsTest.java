package org.dragoman.nmt.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.tensor.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PositionsTest {

    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERLEAVED, positions-interleaved",
        "CONCATENATED, positions-concatenated",
        "TENSOR2TENSOR, positions-concatenated-tensor2tensor"
    })
    void everyFormulaGivesItsReferenceValues(Positions positions, String fixture) {
        Fixture.read(fixture).assertClose(positions.encode(0, 12, 8).toFloats(), "outputs/positions", 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Positions.class)
    void laterPositionsAreThoseOfAWholeSentence(Positions positions) {
        var whole = positions.encode(0, 12, 8);
        assertThat(positions.encode(5, 3, 8).toFloats())
                .containsExactly(whole.slice(0, 5, 8).toFloats());
    }

    /** tensor2tensor's denominator, the number of pairs less 1, would be 0. */
    @ParameterizedTest
    @EnumSource(Positions.class)
    void theSmallestModelHasTheSineAndCosineOfThePosition(Positions positions) {
        var first = positions == Positions.TENSOR2TENSOR_FROM_ONE ? -1 : 0;
        assertThat(positions.encode(first, 2, 2).toFloats())
                .containsExactly(new float[] {0, 1, (float) Math.sin(1), (float) Math.cos(1)}, within(1e-6f));
    }

    /** Wave lengths of tensor2tensor: the last is exactly 10,000 times the first. */
    @Test
    void farPositionsKeepTheirPrecision() {
        var values = Positions.TENSOR2TENSOR.encode(99_999, 1, 4).toFloats();
        assertThat(values[0]).isCloseTo((float) Math.sin(99_999), within(1e-6f));
        assertThat(values[1]).isCloseTo((float) Math.sin(9.9999), within(1e-6f));
    }
}
