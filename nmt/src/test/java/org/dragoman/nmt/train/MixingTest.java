package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class MixingTest {

    private static final long[] SIZES = {900, 90, 10};

    @Test
    void joinedCorporaAreSeenAsTheyAre() {
        assertThat(new Mixing.Joined().shares(SIZES)).containsExactly(900, 90, 10);
    }

    /** Of 1000 pairs an epoch, a quarter each and a half. */
    @Test
    void weightsShareTheEpoch() {
        assertThat(new Mixing.Weights(List.of(1.0, 1.0, 2.0)).shares(SIZES)).containsExactly(250, 250, 500);
    }

    /** The roots are 30, 9.4868 and 3.1623, together 42.6491: 703.4, 222.4 and 74.1 of a thousand. */
    @Test
    void temperatureMakesThemMoreAlike() {
        assertThat(new Mixing.Temperature(1).shares(SIZES)).containsExactly(900, 90, 10);
        assertThat(new Mixing.Temperature(2).shares(SIZES)).containsExactly(703, 222, 74);
    }

    @Test
    void noCorpusIsLeftOut() {
        assertThat(new Mixing.Weights(List.of(1e6, 1.0, 1.0)).shares(SIZES)).containsExactly(1000, 1, 1);
        assertThat(new Mixing.Weights(List.of(1.0, 1.0)).shares(new long[] {10, 0}))
                .containsExactly(5, 0);
    }

    @Test
    void refusesWeightsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixing.Weights(List.of(1.0, 0.0)))
                .withMessage("weights must be above 0, got [1.0, 0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixing.Temperature(0.5))
                .withMessage("temperature must be at least 1, got 0.5");
    }
}
