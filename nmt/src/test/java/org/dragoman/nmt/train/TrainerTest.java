package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.model.TranslationModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class TrainerTest {

    @TempDir
    Path folder;

    /** Keeps the validations and stops the run after some update. */
    private static final class Observer implements TrainingListener {
        private final List<Validation> validations = new ArrayList<>();
        private final List<Start> starts = new ArrayList<>();
        private final long stopAfter;
        private Trainer trainer;

        Observer(long stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void started(Start start) {
            starts.add(start);
        }

        @Override
        public void updated(Update update) {
            if (update.step() == stopAfter) {
                trainer.stop();
            }
        }

        @Override
        public void validated(Validation validation) {
            validations.add(validation);
        }
    }

    private static Observer begin(Path file, long stopAfter) {
        var observer = new Observer(stopAfter);
        observer.trainer = Trainer.begin(Experiment.read(file), List.of(observer));
        observer.trainer.run();
        return observer;
    }

    private static Observer resume(Path file, long stopAfter) {
        var observer = new Observer(stopAfter);
        observer.trainer = Trainer.resume(Experiment.read(file), List.of(observer));
        observer.trainer.run();
        return observer;
    }

    private static byte[] weights(Path file) throws IOException {
        return Files.readAllBytes(file.resolveSibling("run/model/weights.safetensors"));
    }

    private static String limits(int steps) {
        return "{\"maximumSteps\": %d, \"validateEvery\": 10, \"average\": 2, \"logEvery\": 5}".formatted(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {ToyExperiment.TRANSFORMER, ToyExperiment.RECURRENT})
    void aRunStoppedTwiceGivesTheSameWeightsAsOneThatWasNot(String model) throws IOException {
        var straight = ToyExperiment.write(Files.createDirectory(folder.resolve("straight")), model, limits(30));
        var stopped = ToyExperiment.write(Files.createDirectory(folder.resolve("stopped")), model, limits(30));

        begin(straight, -1);
        begin(stopped, 4);
        var second = resume(stopped, 17);
        var third = resume(stopped, -1);

        assertThat(second.starts.get(0).resumedAt()).isEqualTo(4);
        assertThat(third.starts.get(0).resumedAt()).isEqualTo(17);
        assertThat(weights(stopped)).isEqualTo(weights(straight));
    }

    @ParameterizedTest
    @ValueSource(strings = {ToyExperiment.TRANSFORMER, ToyExperiment.RECURRENT})
    void learnsToCopyFromTheSameFileButForTheModel(String model) {
        var file = ToyExperiment.write(
                folder,
                model,
                "{\"maximumSteps\": 400, \"validateEvery\": 100, \"validationSentences\": 20, \"patience\": 3}");
        var last = begin(file, -1).validations;
        var best = last.stream()
                .mapToDouble(TrainingListener.Validation::bleu)
                .max()
                .orElseThrow();
        assertThat(best).as("BLEU of greedy copies, %s", last).isGreaterThan(95);
    }

    @Test
    void theFinishedModelLoadsAndTheLogTellsTheRun() throws IOException {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(20));
        begin(file, -1);
        try (var model = TranslationModel.load(folder.resolve("run/model"))) {
            assertThat(model.settings().target()).isEqualTo("en");
        }
        var events = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("run/log.jsonl"))) {
            events.add(new ObjectMapper().readTree(line).path("event").asText());
        }
        assertThat(events)
                .containsExactly(
                        "started",
                        "updated",
                        "updated",
                        "validated",
                        "saved",
                        "updated",
                        "updated",
                        "validated",
                        "saved",
                        "finished");
    }

    @Test
    void refusesToBeginOverARunAndToResumeOneOfOtherSettings() throws IOException {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(20));
        begin(file, 3);
        assertThatThrownBy(() -> begin(file, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the folder " + folder.resolve("run")
                        + " holds a run already: go on with it by --resume, or choose another output");

        Files.writeString(file, Files.readString(file).replace("\"seed\": 7", "\"seed\": 8"));
        assertThatThrownBy(() -> resume(file, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the run in " + folder.resolve("run")
                        + " was begun with other settings: training.seed was 7 and is now 8");
    }

    @Test
    void longerLimitsAreNoOtherSettings() {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(10));
        begin(file, -1);
        ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(20));
        assertThat(resume(file, -1).validations)
                .extracting(TrainingListener.Validation::step)
                .containsExactly(20L);
    }

    @Test
    void resumingWhereThereIsNoRunSaysSo() {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(10));
        assertThatThrownBy(() -> resume(file, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no run in " + folder.resolve("run") + " to resume: begin it without --resume");
    }

    @Test
    void everyFaultOfAnExperimentIsReportedAtOnce() throws IOException {
        var file = ToyExperiment.write(folder, "{\"type\": \"transformer\", \"heads\": 0, \"layers\": 6}", limits(0));
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heads")
                .hasMessageContaining("layers")
                .hasMessageContaining("maximumSteps");
    }

    @Test
    void aCorpusThatIsNotThereIsNamed() throws IOException {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(10));
        Files.delete(folder.resolve("train.tsv"));
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no file " + folder.resolve("train.tsv"));
    }
}
