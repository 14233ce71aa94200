package org.dragoman.nmt.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MasksTest {

    private static final float X = Masks.HIDDEN;

    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void paddingIsHiddenAfterEachLength() {
        var mask = Masks.padding(new int[] {1, 3, 2}, 3);
        assertThat(mask.shape()).containsExactly(3, 1, 1, 3);
        assertThat(mask.toFloats()).containsExactly(0, X, X, 0, 0, 0, 0, 0, X);
    }

    @Test
    void whatComesLaterIsHidden() {
        var mask = Masks.causal(3);
        assertThat(mask.shape()).containsExactly(1, 1, 3, 3);
        assertThat(mask.toFloats()).containsExactly(0, X, X, 0, 0, X, 0, 0, 0);
    }

    @Test
    void hiddenPlacesGetExactlyNothingEvenBesideLowScores() {
        var scores = Tensor.of(new float[] {-1000, 5000, 5000}, 1, 1, 1, 3);
        var weights = scores.add(Masks.padding(new int[] {1}, 3)).softmax(-1);
        assertThat(weights.toFloats()).containsExactly(1, 0, 0);
    }
}
