package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.tensor.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        private final List<Finish> finishes = new ArrayList<>();
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
        public void finished(Finish finish) {
            finishes.add(finish);
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

    /** Stopped between two validations and told to make no more updates: the newest weights count as well. */
    @ParameterizedTest
    @CsvSource({"4, '4'", "14, '10,14'"})
    void lowerLimitsEndARunWithAValidation(long step, String averaged) {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(30));
        begin(file, step);
        ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits((int) step - 1));
        var resumed = resume(file, -1);
        assertThat(resumed.validations)
                .extracting(TrainingListener.Validation::step)
                .containsExactly(step);
        assertThat(resumed.finishes.get(0).averaged())
                .extracting(Object::toString)
                .containsExactly(averaged.split(","));
        assertThat(resume(file, -1).finishes).hasSize(1);
    }

    /** The only update breaks the weights, and the run is stopped before that shows. */
    @Test
    void brokenWeightsAtTheEndAreNoModel() {
        var broken = """
                "schedule": {"type": "step", "peak": 1e30, "warmup": 1, "every": 1, "factor": 0.999},
                "recovery": {"factor": 1e-32},""";
        var limits = "{\"maximumSteps\": %d, \"validateEvery\": 10, \"validationSentences\": 0}";
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits.formatted(30), broken);
        begin(file, 1);
        ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits.formatted(1), broken);
        assertThatThrownBy(() -> resume(file, -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "training diverged: at update 1 the loss of the validation was not finite (NaN nats a piece); no update was"
                                + " made since the only checkpoint, of step 1, and no validation says that its weights are sound: begin again"
                                + " with a lower learning rate or norm of clipping");
        assertThat(folder.resolve("run/checkpoints/00000001")).isDirectory();
    }

    /** A run of the first version: its settings name nothing that came later, its checkpoint knows the best validation only. */
    @Test
    void aRunOfTheFirstVersionGoesOn() throws IOException {
        var straight = ToyExperiment.write(
                Files.createDirectory(folder.resolve("straight")), ToyExperiment.TRANSFORMER, limits(30));
        var old = ToyExperiment.write(
                Files.createDirectory(folder.resolve("old")), ToyExperiment.TRANSFORMER, limits(30));
        begin(straight, -1);
        begin(old, 14);
        makeOld(old.resolveSibling("run"));
        assertThat(resume(old, -1).starts.get(0).resumedAt()).isEqualTo(14);
        assertThat(weights(old)).isEqualTo(weights(straight));
    }

    private static void makeOld(Path run) throws IOException {
        var json = new ObjectMapper();
        var settings = (ObjectNode) json.readTree(run.resolve("experiment.json").toFile());
        var training = (ObjectNode) settings.get("training");
        training.retain(
                "seed", "batchTokens", "maximumLength", "labelSmoothing", "scheduledSampling", "schedule", "limits");
        training.putObject("adam")
                .put("beta1", 0.9)
                .put("beta2", 0.98)
                .put("epsilon", 1e-9)
                .put("clipNorm", 1);
        ((ObjectNode) training.get("limits"))
                .remove(List.of("metric", "averageOf", "keepLast", "keepBest", "parts", "device"));
        Files.writeString(run.resolve("experiment.json"), settings.toString());
        Files.delete(run.resolve("corpora.json"));
        var file = run.resolve("checkpoints/00000014/progress.json");
        var progress = (ObjectNode) json.readTree(file.toFile());
        var best = progress.path("validations").get(0);
        progress.put("bestStep", best.path("step").asInt())
                .put("bestLoss", best.path("loss").asDouble());
        progress.put("worseValidations", 0)
                .remove(List.of("version", "window", "recentLoss", "notFinite", "validations"));
        Files.writeString(file, progress.toString());
    }

    @Test
    void adamMayBeSaidTheOldWayButNotInBothWays() throws IOException {
        var old = "\"adam\": {\"beta1\": 0.8, \"clipNorm\": 2},";
        var experiment = Experiment.read(ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(1), old));
        assertThat(experiment.training().optimizer()).isEqualTo(new OptimizerConfig.Adam(0.8, 0.98, 1e-9));
        assertThat(experiment.training().clipping()).isEqualTo(new Clipping(2, 0));
        var both =
                ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(1), old + "\"clipping\": {\"norm\": 1},");
        assertThatThrownBy(() -> Experiment.read(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training.adam says what clipping says: leave one of them out");
    }

    /** What is written beside the model has every key, and says the same when it is read. */
    @Test
    void theSettingsAreWrittenBackWhole() throws IOException {
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits(3));
        begin(file, -1);
        var written = folder.resolve("run/experiment.json");
        assertThat(Experiment.read(written).training())
                .isEqualTo(Experiment.read(file).training());
        assertThat(new ObjectMapper()
                        .readTree(written.toFile())
                        .at("/training/recovery/attempts")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bleu", "chrf"})
    void scoresOfTranslationsCanDecideWhichValidationIsBest(String metric) {
        var limits = limits(30).replace("{", "{\"validationSentences\": 20, \"metric\": \"" + metric + "\",");
        var validations = begin(ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits), -1).validations;
        var best = 0.0;
        for (var validation : validations) {
            var score = metric.equals("bleu") ? validation.bleu() : validation.chrf();
            assertThat(validation.isBest()).isEqualTo(score > best || validation.step() == 10);
            best = Math.max(best, score);
        }
    }

    @Test
    void aMetricOfTranslationsNeedsTranslations() {
        var limits = limits(30).replace("{", "{\"validationSentences\": 0, \"metric\": \"bleu\",");
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits);
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training.limits.metric")
                .hasMessageContaining("loss, since validationSentences is 0 and nothing is translated");
    }

    /**
     * Parts of a batch are a matter of memory: without dropout the weights differ by rounding only. (Adam would blow up the rounding where
     * the true gradient is 0, as that of a bias of keys.)
     */
    @Test
    void batchesInPartsGiveTheSameModel() throws IOException {
        var model = ToyExperiment.TRANSFORMER.replace("\"dropout\": 0.1", "\"dropout\": 0");
        var sgd = "\"optimizer\": \"sgd\",";
        var whole = ToyExperiment.write(Files.createDirectory(folder.resolve("whole")), model, limits(3), sgd);
        var inParts = ToyExperiment.write(
                Files.createDirectory(folder.resolve("parts")), model, limits(3).replace("{", "{\"parts\": 3,"), sgd);
        begin(whole, -1);
        begin(inParts, -1);
        try (var one = TranslationModel.load(whole.resolveSibling("run/model"));
                var other = TranslationModel.load(inParts.resolveSibling("run/model"))) {
            one.network()
                    .parameters()
                    .byName()
                    .forEach((name, tensor) -> assertThat(other.network()
                                    .parameters()
                                    .byName()
                                    .get(name)
                                    .toFloats())
                            .as(name)
                            .containsExactly(tensor.toFloats(), within(1e-4f)));
        }
    }

    @Test
    void theMovingAverageIsValidatedAndIsTheModel() throws IOException {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                limits(20).replace("\"average\": 2", "\"average\": 1"),
                "\"movingAverage\": 0.9,");
        begin(file, -1);
        var newest = folder.resolve("run/checkpoints/00000020/average.safetensors");
        try (var model = TranslationModel.load(folder.resolve("run/model"))) {
            var average = Safetensors.decode(Files.readAllBytes(newest), "test");
            assertThat(model.network().parameters().weights()).isEqualTo(average);
        }
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
                .hasMessageContaining(": train[0].tsv names a file that is not there: " + folder.resolve("train.tsv"));
    }
}
