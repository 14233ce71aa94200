package org.dragoman.nmt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.SourceBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SourceTest {

    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
    }

    private static Tensor ids(int rows, int width) {
        return Tensor.of(new long[rows * width], rows, width);
    }

    @Test
    void aBatchBecomesOneTensorForEachFactor() {
        var batch = SourceBatch.of(List.of(new int[][] {{5, 3}, {7, 3}}, new int[][] {{3}, {3}}));
        var source = Source.of(batch);
        assertThat(source.width()).isEqualTo(2);
        assertThat(source.lengths()).containsExactly(2, 1);
        assertThat(source.factors()).hasSize(2);
        assertThat(source.factors().get(1).shape()).containsExactly(2, 2);
        assertThat(source.factors().get(1).toLongs()).startsWith(7, 3, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void refusesALengthOutsideTheBatch(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source(List.of(ids(2, 3)), new int[] {3, length}))
                .withMessage("the length of row 1 of the source must be between 1 and its width 3, got " + length);
    }

    @Test
    void refusesAnotherNumberOfLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source(List.of(ids(2, 3)), new int[] {3}))
                .withMessage("a source with 1 lengths needs factors of shape [1, longest], got [2, 3]");
    }

    @Test
    void refusesFactorsOfDifferentShapesAndNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source(List.of(ids(2, 3), ids(2, 4)), new int[] {3, 3}))
                .withMessage("factor 1 of the source has shape [2, 4], but factor 0 has [2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source(List.of(), new int[0]))
                .withMessage("a source needs at least one factor, got none");
    }
}
