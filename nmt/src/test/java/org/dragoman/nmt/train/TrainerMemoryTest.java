package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.ResidentMemory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/**
 * Training for long doesn't grow the process. The property {@code dragoman.steps} sets the number of updates (300 by default;
 * 10,000 in the long version).
 */
class TrainerMemoryTest {

    private static final int STEPS = Integer.getInteger("dragoman.steps", 300);

    /** Java's heap reaches its size within the first updates, of which the long version needs more. */
    private static final int WARM_UP = Math.max(100, STEPS / 5);

    private static final long BOUND_KIBIBYTES = 40_000;

    @TempDir
    Path folder;

    /** Measures the process after the warm-up and at the end. */
    private static final class Measurement implements TrainingListener {
        private long before;
        private long after;

        @Override
        public void updated(Update update) {
            if (update.step() == WARM_UP) {
                before = ResidentMemory.kibibytes();
            } else if (update.step() == STEPS) {
                after = ResidentMemory.kibibytes();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ToyExperiment.TRANSFORMER, ToyExperiment.RECURRENT})
    void trainingForLongDoesNotGrowTheProcess(String model) {
        var limits = "{\"maximumSteps\": %d, \"validateEvery\": 50, \"validationSentences\": 5}".formatted(STEPS);
        var measurement = new Measurement();
        Trainer.begin(Experiment.read(ToyExperiment.write(folder, model, limits)), List.of(measurement))
                .run();
        assertThat(measurement.after - measurement.before)
                .as("growth in KiB from update %d to %d", WARM_UP, STEPS)
                .isLessThan(BOUND_KIBIBYTES);
    }
}
