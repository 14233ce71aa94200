package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.dragoman.nmt.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    private static Stream<Arguments> fallingSchedules() {
        return Stream.of(
                Arguments.of("cosine", new Schedule.Cosine(0.5, 1, 30, 0.05)),
                Arguments.of("step", new Schedule.Step(0.5, 1, 7, 0.3)),
                Arguments.of("exponential", new Schedule.Exponential(0.5, 1, 1, 0.9)));
    }

    @ParameterizedTest
    @MethodSource("fallingSchedules")
    void withoutWarmUpTheRatesAreThoseOfPyTorch(String name, Schedule schedule) {
        var rates = Fixture.read("schedules").floats("outputs/" + name);
        for (var step = 1; step <= rates.length; step++) {
            assertThat(schedule.rate(step)).as("update %d", step).isCloseTo(rates[step - 1], within(1e-7));
        }
    }

    @Test
    void plateausLowerTheRateWhenPyTorchDoes() {
        var fixture = Fixture.read("schedules");
        var schedule = new Schedule.Plateau(0.5, 1, 0.5, 2, 1e-3, 0.06);
        var losses = new ArrayList<Double>();
        for (var loss : fixture.floats("inputs/losses")) {
            losses.add((double) loss);
        }
        var rates = fixture.floats("outputs/plateau");
        assertThat(rates[0]).isNotEqualTo(rates[rates.length - 1]);
        for (var done = 1; done <= losses.size(); done++) {
            var seen = losses.subList(0, done);
            assertThat(schedule.rate(done, () -> seen))
                    .as("after %d losses", done)
                    .isCloseTo(rates[done - 1], within(1e-7));
        }
    }

    /** 512^-0.5 = 0.0441942; 4000^-1.5 = 3.952847e-6; at the end of the warm-up both parts are 4000^-0.5 = 0.0158114. */
    @ParameterizedTest
    @CsvSource({"1, 1.7469e-7", "4000, 6.9877e-4", "16000, 3.49386e-4"})
    void noamIsEquation3OfThePaper(long step, double rate) {
        assertThat(new Schedule.Noam(1, 512, 4000).rate(step)).isCloseTo(rate, withinPercentage(0.01));
    }

    /** Half of the warm-up is half of the peak; halfway between 10 and 30 the cosine is 0; after two falls 0.1 has become 0.025. */
    @Test
    void aWarmUpComesBeforeEachFall() {
        assertThat(new Schedule.Cosine(0.1, 10, 30, 0).rate(5)).isCloseTo(0.05, within(1e-12));
        assertThat(new Schedule.Cosine(0.1, 10, 30, 0).rate(20)).isCloseTo(0.05, within(1e-12));
        assertThat(new Schedule.Cosine(0.1, 10, 30, 0.01).rate(1000)).isCloseTo(0.01, within(1e-12));
        assertThat(new Schedule.Step(0.1, 10, 5, 0.5).rate(14)).isCloseTo(0.1, within(1e-12));
        assertThat(new Schedule.Step(0.1, 10, 5, 0.5).rate(20)).isCloseTo(0.025, within(1e-12));
        assertThat(new Schedule.Exponential(0.1, 10, 5, 0.5).rate(20)).isCloseTo(0.025, within(1e-12));
        assertThat(new Schedule.Plateau(0.1, 10, 0.5, 0, 0, 0).rate(5, () -> List.of(1.0, 2.0)))
                .isCloseTo(0.025, within(1e-12));
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Cosine(0.1, 10, 10, 0))
                .withMessage("steps must be above warmup 10, got 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Step(0.1, 10, 10, 1))
                .withMessage("factor must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Plateau(0.1, 1, 0.5, 1, 0, 0.2))
                .withMessage("least must be 0 to the peak, 0.1, got 0.2");
    }
}
