package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.train.TrainingConfig.AverageOf;
import org.dragoman.nmt.train.TrainingConfig.Limits;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {

    private static Limits limits(int maximumSteps, Criterion metric, String device) {
        return new Limits(maximumSteps, 0, metric, 1000, 0, 0, 1, AverageOf.LAST, 1, 1, 100, 1, device);
    }

    private static TrainingConfig training(int batchTokens, double movingAverage) {
        return new TrainingConfig(
                1,
                batchTokens,
                1,
                100,
                0.1,
                Regularization.NONE,
                new ScheduledSampling.None(),
                new Schedule.Constant(0.1, 1),
                OptimizerConfig.Adam.DEFAULT,
                Clipping.DEFAULT,
                movingAverage,
                DataConfig.DEFAULT,
                RecoveryConfig.DEFAULT,
                limits(1, Criterion.LOSS, "cpu"));
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(0, Criterion.LOSS, "cpu"))
                .withMessage("maximumSteps must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(1, Criterion.BLEU, "cpu"))
                .withMessage("metric must be loss, since validationSentences is 0 and nothing is translated, got bleu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(1, Criterion.LOSS, "gpu"))
                .withMessage("device must be cpu, or cuda:0 and so on, got gpu");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(0, 0))
                .withMessage("batchTokens must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(1, 1))
                .withMessage("movingAverage must be at least 0 and below 1, got 1.0");
    }
}
