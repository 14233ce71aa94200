package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Three of four right: the best probability is 3/4, whose log-odds are ln 3; scores of 5 must be divided by 5 / ln 3. */
    @Test
    void coolsScoresThatAreTooSure() {
        var calibration = new Calibration();
        calibration.add(new double[] {5}, 1, 1);
        calibration.add(new double[] {-5}, 0, 1);
        calibration.add(new double[] {5}, 1, 1);
        calibration.add(new double[] {5}, 0, 1);
        assertThat(calibration.temperature()).isCloseTo(5 / Math.log(3), within(1e-4));
    }

    /** The same with three classes: softmax of (s, 0, 0) is 3/4 where exp(s) = 6. */
    @Test
    void doesSoForMoreClasses() {
        var calibration = new Calibration();
        calibration.add(new double[] {8, 0, 0}, 0, 3);
        calibration.add(new double[] {8, 0, 0}, 1, 0.5);
        calibration.add(new double[] {8, 0, 0}, 2, 0.5);
        assertThat(calibration.temperature()).isCloseTo(8 / Math.log(6), within(1e-4));
    }

    @Test
    void changesNothingWithoutExamples() {
        assertThat(new Calibration().temperature()).isEqualTo(1);
    }
}
