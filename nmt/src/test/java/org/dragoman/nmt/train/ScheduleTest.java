package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({"1, 0.0005", "50, 0.025", "100, 0.05", "400, 0.025", "10000, 0.005"})
    void inverseSquareRootRisesToThePeakAndFalls(long step, double rate) {
        assertThat(new Schedule.InverseSquareRoot(0.05, 100).rate(step)).isCloseTo(rate, within(1e-12));
    }

    @Test
    void inverseSquareRootIsThatOfTheReference() {
        var rates = Fixture.read("adam-1e-9").floats("outputs/learningRate");
        for (var step = 1; step <= rates.length; step++) {
            assertThat((float) new Schedule.InverseSquareRoot(0.02, 3).rate(step))
                    .isEqualTo(rates[step - 1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "3, 0.03", "5, 0.05", "6, 0.05", "1000000, 0.05"})
    void constantRisesToThePeakAndStays(long step, double rate) {
        assertThat(new Schedule.Constant(0.05, 5).rate(step)).isCloseTo(rate, within(1e-12));
    }

    @Test
    void aWarmUpOfOneUpdateIsNone() {
        assertThat(new Schedule.Constant(0.05, 1).rate(1)).isEqualTo(0.05);
        assertThat(new Schedule.InverseSquareRoot(0.05, 1).rate(1)).isEqualTo(0.05);
    }

    @Test
    void refusesRatesAndWarmUpsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Constant(0, 1))
                .withMessage("peak must be above 0, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.InverseSquareRoot(Double.NaN, 1))
                .withMessage("peak must be above 0, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.InverseSquareRoot(0.1, 0))
                .withMessage("warmup must be at least 1, got 0");
    }
}
