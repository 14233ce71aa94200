package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a run goes back to, and whether it can be gone on with afterwards. */
class FallbackTest {

    /** A rate with which the first update throws the weights out of all bounds. */
    private static final String EXPLODING = """
            "schedule": {"type": "step", "peak": 1e30, "warmup": 1, "every": 1, "factor": 0.999},""";

    @TempDir
    Path folder;

    /** Keeps what a run tells, and what there was on the disk when it had gone back; stops it at some update. */
    private static final class Observer implements TrainingListener {
        final List<Recovery> recoveries = new ArrayList<>();
        final List<Update> updates = new ArrayList<>();
        final List<List<String>> checkpoints = new ArrayList<>();
        private final Path run;
        private final long stopAt;
        private Trainer trainer;

        Observer(Path run, long stopAt) {
            this.run = run;
            this.stopAt = stopAt;
        }

        @Override
        public void recovered(Recovery recovery) {
            recoveries.add(recovery);
            checkpoints.add(steps(run));
        }

        @Override
        public void updated(Update update) {
            updates.add(update);
            if (update.step() == stopAt) {
                trainer.stop();
            }
        }
    }

    private static List<String> steps(Path run) {
        var names = run.resolve("checkpoints").toFile().list();
        Arrays.sort(names);
        return List.of(names);
    }

    private static Observer begin(Path file, long stopAt) {
        var observer = new Observer(file.resolveSibling("run"), stopAt);
        observer.trainer = Trainer.begin(Experiment.read(file), List.of(observer));
        observer.trainer.run();
        return observer;
    }

    private static Observer resume(Path file) {
        var observer = new Observer(file.resolveSibling("run"), -1);
        observer.trainer = Trainer.resume(Experiment.read(file), List.of(observer));
        observer.trainer.run();
        return observer;
    }

    private static byte[] weights(Path file) throws IOException {
        return Files.readAllBytes(file.resolveSibling("run/model/weights.safetensors"));
    }

    private static JsonNode places(Path file, int recovery) throws IOException {
        return new ObjectMapper()
                .readTree(file.resolveSibling("run/recoveries.json").toFile())
                .at("/recoveries/" + recovery + "/places");
    }

    /**
     * Sentences of a letter that the others don't have, which are a batch of their own by their length; each update is validated, so that their
     * batch comes right after a validated checkpoint.
     */
    private Path withOutliers(String name) throws IOException {
        var file = ToyExperiment.write(
                Files.createDirectory(folder.resolve(name)),
                ToyExperiment.TRANSFORMER,
                "{\"maximumSteps\": 30, \"validateEvery\": 1, \"validationSentences\": 0}",
                "\"recovery\": {\"explosion\": 1.15},");
        var train = file.resolveSibling("train.tsv");
        var letters = "z ".repeat(20).strip();
        Files.writeString(train, Files.readString(train).repeat(4) + (letters + "\t" + letters + "\n").repeat(12));
        return file;
    }

    @Test
    void anOutlierRightAfterAValidatedCheckpointIsPassedOverAndTheCheckpointStays() throws IOException {
        var straight = withOutliers("straight");
        var observer = begin(straight, -1);
        assertThat(observer.recoveries).hasSize(1);
        var recovery = observer.recoveries.get(0);
        assertThat(recovery.trouble().what()).isEqualTo("the loss exploded");
        assertThat(recovery.trouble().lines()).hasSize(12).allMatch(line -> line.matches(".*:16(0[1-9]|1[0-2])"));
        assertThat(recovery.from()).isPositive().isEqualTo(recovery.trouble().step() - 1);
        assertThat(recovery.action()).isEqualTo(RecoveryConfig.Action.SKIP_BATCH);
        assertThat(observer.checkpoints.get(0)).contains("%08d".formatted(recovery.from()));
        assertThat(observer.updates).hasSize(30);
        assertThat(observer.updates.get(29).rate()).isCloseTo(0.01, within(1e-9)); // not lowered

        var stopped = withOutliers("stopped");
        begin(stopped, recovery.from() + 3);
        assertThat(resume(stopped).recoveries).isEmpty();
        assertThat(weights(stopped)).isEqualTo(weights(straight));
    }

    /** A checkpoint that wasn't validated, of step 9, with a validated one of step 6 before it; the weights of step 9 are broken. */
    private Path withBrokenCheckpoint(String action, String limits) throws IOException {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                limits,
                "\"recovery\": {\"notFinite\": 2, \"action\": \"%s\"},".formatted(action));
        begin(file, 9);
        assertThat(steps(folder.resolve("run"))).containsExactly("00000006", "00000009");
        var weights = folder.resolve("run/checkpoints/00000009/weights.safetensors");
        var bytes = Files.readAllBytes(weights);
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        Arrays.fill(bytes, (int) (8 + header), bytes.length, (byte) 0xff); // a float of ones is not a number
        Files.write(weights, bytes);
        return file;
    }

    private static String limits(int maximumSteps) {
        return "{\"maximumSteps\": %d, \"validateEvery\": 6, \"saveEvery\": 3, \"validationSentences\": 0}"
                .formatted(maximumSteps);
    }

    @Test
    void aBrokenCheckpointIsDeletedWhereTheRateIsLowered() throws IOException {
        var resumed = resume(withBrokenCheckpoint("lower-rate", limits(18)));
        assertThat(resumed.recoveries)
                .extracting(TrainingListener.Recovery::from)
                .containsExactly(6L);
        assertThat(resumed.checkpoints.get(0)).containsExactly("00000006");
        assertThat(resumed.updates.get(resumed.updates.size() - 1).rate()).isCloseTo(0.01 * 18 / 30 / 2, within(1e-9));
    }

    /** First the batches after the checkpoint are passed over; when that doesn't help, the one that made its weights as well. */
    @Test
    void theBatchThatBrokeACheckpointIsPassedOver() throws IOException {
        var file = withBrokenCheckpoint("skip-batch", limits(18));
        var resumed = resume(file);
        assertThat(resumed.recoveries)
                .extracting(TrainingListener.Recovery::from)
                .containsExactly(9L, 6L);
        assertThat(resumed.checkpoints).containsExactly(List.of("00000006", "00000009"), List.of("00000006"));
        var made = new ObjectMapper().readTree("{\"epoch\": 0, \"window\": 0, \"position\": 8}"); // of update 9
        assertThat(places(file, 0)).hasSize(2).doesNotContain(made);
        assertThat(places(file, 1)).hasSize(3).startsWith(made);
    }

    /** The limits are lowered, so that the broken checkpoint is validated at once. */
    @ParameterizedTest
    @ValueSource(strings = {"lower-rate", "skip-batch"})
    void aValidationShowsThatACheckpointIsBroken(String action) throws IOException {
        var file = withBrokenCheckpoint(action, limits(18));
        ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                limits(9),
                "\"recovery\": {\"notFinite\": 2, \"action\": \"%s\"},".formatted(action));
        var resumed = resume(file);
        assertThat(resumed.recoveries)
                .extracting(recovery -> recovery.trouble().what())
                .containsExactly("the loss of the validation was not finite");
        assertThat(resumed.recoveries.get(0).from()).isEqualTo(6);
        assertThat(places(file, 0))
                .extracting(place -> place.path("position").asInt())
                .containsExactly(8);
    }

    /** Checkpoints of earlier versions don't say where their last update was made. */
    @Test
    void aBrokenCheckpointOfAnEarlierVersionHasNoPlace() throws IOException {
        var file = withBrokenCheckpoint("skip-batch", limits(18));
        var progress = folder.resolve("run/checkpoints/00000009/progress.json");
        var node = (ObjectNode) new ObjectMapper().readTree(progress.toFile());
        assertThat(node.remove("made")).isNotNull();
        Files.writeString(progress, node.toString());
        assertThat(resume(file).recoveries)
                .extracting(TrainingListener.Recovery::from)
                .containsExactly(9L, 6L);
        assertThat(places(file, 1)).hasSize(2);
    }

    /** The first update breaks the weights, and is saved right then. */
    @Test
    void theLastCheckpointIsNotDeleted() {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                "{\"maximumSteps\": 12, \"validateEvery\": 6, \"saveEvery\": 1, \"validationSentences\": 0}",
                EXPLODING + "\"recovery\": {\"notFinite\": 2, \"factor\": 1e-32},");
        assertThatThrownBy(() -> begin(file, -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "training diverged: at update 3 the gradient was not finite .*; no update was made since the"
                                + " only checkpoint, of step 1, and no validation says that its weights are sound: go on with --resume and"
                                + " recovery\\.action skip-batch, or begin again with a lower learning rate or norm of clipping");
        assertThat(steps(folder.resolve("run"))).containsExactly("00000001");
    }

    @Test
    void aRunThatDivergedGoesOnWithOtherSettings() throws IOException {
        var file = diverged("\"notFinite\": 1, \"attempts\": 1, \"factor\": 0.9");
        ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                limits(12),
                EXPLODING + "\"recovery\": {\"notFinite\": 3, \"attempts\": 2, \"factor\": 1e-32},");
        var resumed = resume(file);
        assertThat(resumed.recoveries).hasSize(1);
        assertThat(resumed.recoveries.get(0).count()).isEqualTo(2);
        var last = resumed.updates.get(resumed.updates.size() - 1);
        assertThat(last.rate()).isCloseTo(1e30 * Math.pow(0.999, 11) * 0.9 * 1e-32, within(1e-9)); // both returns count
        assertThat(last.loss()).isLessThan(3);
    }

    private Path diverged(String recovery) {
        var file = ToyExperiment.write(
                folder, ToyExperiment.TRANSFORMER, limits(12), EXPLODING + "\"recovery\": {%s},".formatted(recovery));
        assertThatThrownBy(() -> begin(file, -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("training diverged");
        return file;
    }
}
