package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.train.Progress.Place;
import org.dragoman.nmt.train.RecoveryConfig.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class RecoveryTest {

    private static final String LIMITS =
            "{\"maximumSteps\": 12, \"validateEvery\": 6, \"saveEvery\": 3, \"validationSentences\": 0}";

    /** A rate with which the first update throws the weights out of all bounds. */
    private static final String EXPLODING = """
            "schedule": {"type": "step", "peak": 1e30, "warmup": 1, "every": 1, "factor": 0.999},""";

    @TempDir
    Path folder;

    /** Keeps what a run tells. */
    private static class Observer implements TrainingListener {
        final List<Trouble> troubles = new ArrayList<>();
        final List<Recovery> recoveries = new ArrayList<>();
        final List<Update> updates = new ArrayList<>();
        final List<Validation> validations = new ArrayList<>();
        final List<Long> saved = new ArrayList<>();

        @Override
        public void troubled(Trouble trouble) {
            troubles.add(trouble);
        }

        @Override
        public void recovered(Recovery recovery) {
            recoveries.add(recovery);
        }

        @Override
        public void updated(Update update) {
            updates.add(update);
        }

        @Override
        public void validated(Validation validation) {
            validations.add(validation);
        }

        @Override
        public void saved(long step) {
            saved.add(step);
        }
    }

    private Observer run(String further) {
        return run(LIMITS, further);
    }

    private Observer run(String limits, String further) {
        var observer = new Observer();
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, limits, further);
        assertThat(Trainer.begin(Experiment.read(file), List.of(observer)).run())
                .isTrue();
        return observer;
    }

    /** With a rate of 1e30 the second update meets weights of that size, and nothing of it is finite; 1e-32 of it is a rate to learn with. */
    @Test
    void aRunWhoseGradientStaysInfiniteGoesBackAndLowersItsRate() throws IOException {
        var observer = run(EXPLODING + "\"recovery\": {\"notFinite\": 2, \"factor\": 1e-32},");
        assertThat(observer.troubles).hasSize(2);
        assertThat(observer.troubles.get(0).what()).isEqualTo("the gradient was not finite");
        assertThat(observer.troubles.get(0).lines()).isNotEmpty().allMatch(line -> line.matches(".*/train\\.tsv:\\d+"));
        assertThat(observer.recoveries).hasSize(1);
        var recovery = observer.recoveries.get(0);
        assertThat(recovery.from()).isZero();
        assertThat(recovery.count()).isEqualTo(1);
        assertThat(recovery.attempts()).isEqualTo(3);
        var last = observer.updates.get(observer.updates.size() - 1);
        assertThat(last.step()).isEqualTo(12);
        assertThat(last.rate()).isLessThan(0.02);
        assertThat(last.loss()).isLessThan(3);
        assertThat(Files.readString(folder.resolve("run/log.jsonl")))
                .contains("\"event\":\"troubled\"", "\"event\":\"recovered\"", "train.tsv:");
    }

    @Test
    void nothingIsValidatedOrSavedWhileUpdatesAreLeftOut() {
        var observer = run(
                "{\"maximumSteps\": 12, \"validateEvery\": 3, \"saveEvery\": 2, \"validationSentences\": 2}",
                EXPLODING + "\"recovery\": {\"notFinite\": 5, \"factor\": 1e-32},");
        assertThat(observer.troubles).hasSize(5);
        assertThat(observer.recoveries)
                .extracting(TrainingListener.Recovery::from)
                .containsExactly(0L);
        assertThat(observer.saved).startsWith(2L, 3L, 4L);
        assertThat(observer.validations)
                .extracting(TrainingListener.Validation::step)
                .containsExactly(3L, 6L, 9L, 12L);
        assertThat(observer.validations)
                .allSatisfy(validation -> assertThat(validation.loss()).isFinite());
    }

    /** The first update breaks the weights, and is validated right then, with and without translations. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aValidationOfBrokenWeightsIsAnExplosion(int sentences) {
        var observer = run(
                "{\"maximumSteps\": 4, \"validateEvery\": 1, \"validationSentences\": %d}".formatted(sentences),
                EXPLODING + "\"recovery\": {\"factor\": 1e-32},");
        assertThat(observer.troubles).isEmpty();
        assertThat(observer.recoveries).hasSize(1);
        var trouble = observer.recoveries.get(0).trouble();
        assertThat(trouble.summary())
                .matches(
                        "at update 1 the loss of the validation was not finite \\(NaN nats a piece\\) with the batch of"
                                + " .*train\\.tsv:\\d+.*");
        assertThat(observer.saved).containsExactly(1L, 2L, 3L, 4L);
        assertThat(observer.validations)
                .hasSize(4)
                .allSatisfy(validation -> assertThat(validation.loss()).isFinite());
    }

    /** Stopped while updates are left out, a run goes on from before and does as it would have done. */
    @Test
    void aRunThatIsStoppedInTroubleSavesNothing() throws IOException {
        var settings = EXPLODING + "\"recovery\": {\"notFinite\": 5, \"factor\": 1e-32},";
        var file = ToyExperiment.write(folder, ToyExperiment.TRANSFORMER, LIMITS, settings);
        var observer = new Observer() {
            private Trainer trainer;

            @Override
            public void troubled(Trouble trouble) {
                trainer.stop();
            }
        };
        observer.trainer = Trainer.begin(Experiment.read(file), List.of(observer));
        assertThat(observer.trainer.run()).isFalse();
        assertThat(observer.saved).isEmpty();
        assertThat(Trainer.resume(Experiment.read(file), List.of()).run()).isTrue();
        var stopped = weights();
        folder = Files.createDirectory(folder.resolve("straight"));
        run(settings);
        assertThat(stopped).isEqualTo(weights());
    }

    private byte[] weights() throws IOException {
        return Files.readAllBytes(folder.resolve("run/model/weights.safetensors"));
    }

    @Test
    void aRunThatHasNoAttemptLeftSaysWhatToDo() {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                LIMITS,
                EXPLODING + "\"recovery\": {\"notFinite\": 1, \"attempts\": 1, \"factor\": 0.9},");
        var trainer = Trainer.begin(Experiment.read(file), List.of());
        assertThatThrownBy(trainer::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "training diverged: at update \\d+ the gradient was not finite \\(NaN nats a piece\\) with"
                                + " the batch of .*train\\.tsv:\\d+.*; it went back to a checkpoint 1 times before: go on with"
                                + " --resume and other recovery settings \\(attempts above 1, perhaps with action skip-batch\\), or begin"
                                + " again with a lower learning rate or norm of clipping");
    }

    /** After one update by 30 a guess would be far better than the model; a ten-thousandth of the rate is one to learn with. */
    @Test
    void aLossFarAboveTheRecentOnesIsNoticedBeforeItsGradientIsUsed() {
        var observer = run("""
                "schedule": {"type": "constant", "peak": 30, "warmup": 1},
                "recovery": {"explosion": 2, "factor": 0.0001},""");
        assertThat(observer.recoveries).isNotEmpty();
        assertThat(observer.recoveries.get(0).trouble().what()).isEqualTo("the loss exploded");
        assertThat(observer.recoveries.get(0).trouble().crossEntropy()).isGreaterThan(Math.log(12));
        assertThat(observer.updates.get(observer.updates.size() - 1).loss()).isLessThan(3);
    }

    private static RecoveryConfig config(Action action, double factor, int attempts) {
        return new RecoveryConfig(5, 20, action, factor, attempts);
    }

    /** With other settings as well, except that they say how many there may be. */
    @Test
    void recoveriesOutliveTheProcess() {
        var file = folder.resolve("recoveries.json");
        var config = config(Action.LOWER_RATE, 0.5, 3);
        var recoveries = new Recoveries(file, config, config);
        recoveries.add(new Recoveries.Recovery(10, 17, Action.LOWER_RATE, 0.5, List.of(new Place(0, 0, 16))));
        recoveries.add(new Recoveries.Recovery(20, 25, Action.LOWER_RATE, 0.4, List.of(new Place(1, 2, 4))));
        assertThat(recoveries.areLeft()).isTrue();
        recoveries.add(new Recoveries.Recovery(
                30, 35, Action.SKIP_BATCH, 0.5, List.of(new Place(1, 2, 3), new Place(1, 2, 5))));
        for (var later : List.of(
                new Recoveries(file, config, config),
                new Recoveries(file, config(Action.SKIP_BATCH, 0.1, 3), config))) {
            assertThat(later.areLeft()).isFalse();
            assertThat(later.count()).isEqualTo(3);
            assertThat(later.rateFactor(10)).isEqualTo(1);
            assertThat(later.rateFactor(11)).isEqualTo(0.5);
            assertThat(later.rateFactor(21)).isEqualTo(0.2);
            assertThat(later.rateFactor(31)).isEqualTo(0.2);
            assertThat(later.passesOver(new Place(1, 2, 3))).isTrue();
            assertThat(later.passesOver(new Place(1, 2, 4))).isFalse();
            assertThat(later.passesOver(new Place(1, 2, 5))).isTrue();
        }
        assertThat(new Recoveries(file, config(Action.LOWER_RATE, 0.5, 4), config).areLeft())
                .isTrue();
    }

    /** They have the effect of the settings that the run was begun with; the first ones had one place. */
    @Test
    void recoveriesOfEarlierVersionsAreRead() throws IOException {
        var file = folder.resolve("recoveries.json");
        Files.writeString(file, """
                {"recoveries": [{"from": 20, "at": 25, "epoch": 1, "window": 2, "position": 3},
                  {"from": 30, "at": 35, "places": [{"epoch": 1, "window": 2, "position": 4}]}]}""");
        var skipping = config(Action.SKIP_BATCH, 0.5, 2);
        var lowering = config(Action.LOWER_RATE, 0.25, 2);
        var skipped = new Recoveries(file, lowering, skipping);
        assertThat(skipped.passesOver(new Place(1, 2, 3))).isTrue();
        assertThat(skipped.passesOver(new Place(1, 2, 4))).isTrue();
        assertThat(skipped.passesOver(new Place(1, 2, 5))).isFalse();
        assertThat(skipped.rateFactor(31)).isEqualTo(1);
        var lowered = new Recoveries(file, skipping, lowering);
        assertThat(lowered.passesOver(new Place(1, 2, 3))).isFalse();
        assertThat(lowered.rateFactor(31)).isEqualTo(0.0625);
    }

    @Test
    void refusesAnActionOfALaterVersion() throws IOException {
        var file = folder.resolve("recoveries.json");
        Files.writeString(file, "{\"recoveries\": [{\"from\": 20, \"at\": 25, \"action\": \"wait\", \"places\": []}]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recoveries(file, RecoveryConfig.DEFAULT, RecoveryConfig.DEFAULT))
                .withMessage(file
                        + " has an action that this program doesn't know: wait; go on with the program that wrote it");
    }

    /** The rate stays, so the second attempt breaks the weights again, but not by the batches of the first. */
    @Test
    void batchesOfUpdatesThatWereLeftOutArePassedOverWithTheOneBeforeThem() throws IOException {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                "{\"maximumSteps\": 20, \"validateEvery\": 20, \"validationSentences\": 0}",
                EXPLODING + "\"recovery\": {\"action\": \"skip-batch\", \"notFinite\": 2, \"attempts\": 1},");
        var observer = new Observer();
        var trainer = Trainer.begin(Experiment.read(file), List.of(observer));
        assertThatThrownBy(trainer::run).isInstanceOf(IllegalStateException.class);
        assertThat(observer.troubles).hasSize(4);
        assertThat(observer.troubles.stream().flatMap(trouble -> trouble.lines().stream()))
                .doesNotHaveDuplicates();
        var places = new ObjectMapper()
                .readTree(folder.resolve("run/recoveries.json").toFile())
                .at("/recoveries/0/places");
        assertThat(places).extracting(place -> place.path("position").asInt()).containsExactly(0, 1, 2);
    }

    /** Two runs that differ in the batch that one passes over: the same up to there, another batch from there. */
    @Test
    void aBatchThatIsPassedOverIsNotLearnedFrom() throws IOException {
        var skip = "\"recovery\": {\"action\": \"skip-batch\"},";
        var whole = run(skip);
        folder = Files.createDirectory(folder.resolve("skipping")); // the second run has one of its own
        Files.createDirectories(folder.resolve("run"));
        new Recoveries(folder.resolve("run/recoveries.json"), RecoveryConfig.DEFAULT, RecoveryConfig.DEFAULT)
                .add(new Recoveries.Recovery(0, 3, Action.SKIP_BATCH, 0.5, List.of(new Place(0, 0, 2))));
        var skipping = run(skip);
        assertThat(skipping.updates).hasSize(12);
        assertThat(losses(skipping).subList(0, 2)).isEqualTo(losses(whole).subList(0, 2));
        assertThat(skipping.updates.get(2).targetTokens())
                .isEqualTo(whole.updates.get(3).targetTokens());
        assertThat(losses(skipping).get(2)).isNotEqualTo(losses(whole).get(2));
    }

    private static List<Double> losses(Observer observer) {
        return observer.updates.stream().map(TrainingListener.Update::loss).toList();
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecoveryConfig(1, 20, Action.LOWER_RATE, 0.5, 3))
                .withMessage("explosion must be 0 or above 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecoveryConfig(5, 20, Action.LOWER_RATE, 1, 3))
                .withMessage("factor must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecoveryConfig(5, 0, Action.LOWER_RATE, 0.5, 3))
                .withMessage("notFinite must be at least 1, got 0");
    }
}
