package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ScheduledSamplingTest {

    /** By hand from section 2.4 of the paper. */
    @Test
    void schedulesAreThoseOfThePaper() {
        assertThat(new ScheduledSampling.None().truth(1000)).isEqualTo(1);
        assertThat(new ScheduledSampling.Linear(0.001, 0.25).truth(100)).isCloseTo(0.9, within(1e-12));
        assertThat(new ScheduledSampling.Linear(0.001, 0.25).truth(2000)).isEqualTo(0.25);
        assertThat(new ScheduledSampling.Exponential(0.99).truth(2)).isCloseTo(0.9801, within(1e-12));
        assertThat(new ScheduledSampling.InverseSigmoid(100).truth(100)).isCloseTo(100 / (100 + Math.E), within(1e-12));
    }

    @Test
    void survivesItsWayThroughJson() {
        for (var schedule : new ScheduledSampling[] {
            new ScheduledSampling.None(),
            new ScheduledSampling.Linear(0.001, 0.25),
            new ScheduledSampling.Exponential(0.99),
            new ScheduledSampling.InverseSigmoid(100)
        }) {
            var read = Settings.parse("test", "{\"sampling\": " + schedule.toJson() + "}")
                    .build(settings ->
                            settings.kind("sampling", ScheduledSampling.KINDS).required());
            assertThat(read).isEqualTo(schedule);
        }
    }

    @Test
    void isRefusedForAModelThatComputesAllPositionsAtOnce(@TempDir Path folder) throws IOException {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, "{\"maximumSteps\": 1}");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"batchTokens\"",
                                "\"scheduledSampling\": {\"type\": \"linear\", \"slope\": 0.1}, \"batchTokens\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.read(file))
                .withMessageContaining("scheduledSampling needs a recurrent decoder");
    }

    @Test
    void sourcesLongerThanTheModelReadsAreRefusedBeforeTraining(@TempDir Path folder) {
        var model = ToyExperiment.RECURRENT.replace(
                "{\"type\": \"additive\", \"size\": 32}", "{\"type\": \"location\", \"maximumLength\": 50}");
        var file = ToyExperiment.write(folder, model, "{\"maximumSteps\": 1}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.read(file))
                .withMessageContaining("maximumLength must be at most 50, the model's longest source, got 100");
    }
}
