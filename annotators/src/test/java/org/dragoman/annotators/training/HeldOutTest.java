package org.dragoman.annotators.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class HeldOutTest {
    private static final List<Integer> TEN = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Test
    void everyNthIsSetApartAndTheRestIsLeft() {
        assertThat(HeldOut.every(4).of(TEN)).containsExactly(3, 7);
        assertThat(HeldOut.every(4).rest(TEN)).containsExactly(0, 1, 2, 4, 5, 6, 8, 9);
        assertThat(new HeldOut(4, 0).of(TEN)).containsExactly(0, 4, 8);
    }

    @Test
    void nothingMayBeSetApart() {
        assertThat(HeldOut.NOTHING.of(TEN)).isEmpty();
        assertThat(HeldOut.every(0).rest(TEN)).isEqualTo(TEN);
    }

    @Test
    void refusesToHoldOutEverything() {
        assertThatThrownBy(() -> HeldOut.every(1))
                .hasMessage("every how many elements one is held out must be 2 or more, or 0 for none, got 1");
        assertThatThrownBy(() -> new HeldOut(4, 4)).hasMessage("the fold must be from 0 to 3, got 4");
    }
}
