package org.dragoman.annotators.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.models.BinaryFormat;
import org.dragoman.annotators.training.Seed;
import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

class LinearTrainerTest {
    private static final BinaryFormat FORMAT = new BinaryFormat("test", 1);
    private static final LinearSettings SETTINGS = new LinearSettings(20, 0.1, 0, 1);
    private static final short[] ALL = {0, 1, 2};

    @Test
    void learnsWhichOfTwoClassesAFeatureSpeaksFor() {
        var model = twoClasses(SETTINGS, 1).train();
        assertThat(model.margin(features("wet"))).isPositive();
        assertThat(model.margin(features("dry"))).isNegative();
        assertThat(model.margin(features("unseen"))).isZero();
    }

    /** Class n goes with the feature n; "noise" goes with all of them. */
    @Test
    void learnsSeveralClasses() {
        var model = threeClasses(SETTINGS).train();
        for (var label = 0; label < 3; label++) {
            var scores = new float[3];
            model.score(features("noise", "f" + label), scores);
            for (var other = 0; other < 3; other++) {
                if (other != label) {
                    assertThat(scores[label]).isGreaterThan(scores[other]);
                }
            }
        }
    }

    @Test
    void choosesAmongTheCandidatesOnly() {
        var trainer = new LinearTrainer(3, SETTINGS, new Seed(1));
        trainer.add(features("a"), new short[] {0, 2}, 2);
        var scores = new float[3];
        trainer.train().score(features("a"), scores);
        assertThat(scores[2]).isPositive();
        assertThat(scores[1]).isZero();
        assertThat(scores[0]).isNegative();
    }

    @Test
    void thePenaltyDropsFeaturesThatSayNothing() {
        var free = threeClasses(SETTINGS).train();
        var penalised = threeClasses(new LinearSettings(20, 0.1, 1e-2, 1)).train();
        assertThat(penalised.features()).isLessThan(free.features());
    }

    @Test
    void theCutoffDropsRareFeatures() {
        var trainer = twoClasses(new LinearSettings(5, 0.1, 0, 2), 1);
        trainer.add(features("once"), true);
        assertThat(trainer.train().margin(features("once"))).isZero();
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(bytes(twoClasses(SETTINGS, 7).train()))
                .isEqualTo(bytes(twoClasses(SETTINGS, 7).train()));
        assertThat(bytes(twoClasses(SETTINGS, 8).train()))
                .isNotEqualTo(bytes(twoClasses(SETTINGS, 7).train()));
    }

    @Test
    void aModelComesBackFromItsBytes() {
        var model = threeClasses(SETTINGS).train();
        var read = FORMAT.read("test", bytes(model), LinearModel::read);
        assertThat(bytes(read)).isEqualTo(bytes(model));
        var expected = new float[3];
        var actual = new float[3];
        model.score(features("noise", "f1"), expected);
        read.score(features("noise", "f1"), actual);
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void impossibleNumbersAreRefused() {
        var bytes = FORMAT.bytes(out -> out.writeInt(0));
        assertThatThrownBy(() -> FORMAT.read("x.bin", bytes, LinearModel::read))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read x.bin: the number of classes must be from 1 to 32768, got 0");
    }

    @Test
    void theRightClassMustBeACandidate() {
        var trainer = new LinearTrainer(3, SETTINGS, new Seed(1));
        assertThatThrownBy(() -> trainer.add(features("a"), new short[] {0, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class 1 is right, but not among the candidates [0, 2]");
    }

    @Test
    void nothingCanBeLearnedFromNothing() {
        assertThatThrownBy(new LinearTrainer(2, SETTINGS, new Seed(1))::train)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no case to learn from");
    }

    @Test
    void featuresDifferByTemplateTextAndNumber() {
        var features = new Features();
        features.start(1).with("ab").end();
        features.start(2).with("ab").end();
        features.start(1).with("a").with("b").end();
        features.start(1).with("xabx", 1, 3).end();
        features.start(1).with("ab").with(0).end();
        var hashes = features.toArray();
        assertThat(hashes[3]).isEqualTo(hashes[0]);
        assertThat(hashes).doesNotContain(0);
        assertThat(Arrays.stream(hashes).distinct()).hasSize(4);
    }

    private static LinearTrainer twoClasses(LinearSettings settings, long seed) {
        var random = new Random(1);
        var trainer = new LinearTrainer(2, settings, new Seed(seed));
        for (var i = 0; i < 50; i++) {
            var isWet = random.nextBoolean();
            trainer.add(features(isWet ? "wet" : "dry", "n" + random.nextInt(5)), isWet);
        }
        return trainer;
    }

    private static LinearTrainer threeClasses(LinearSettings settings) {
        var random = new Random(2);
        var trainer = new LinearTrainer(3, settings, new Seed(1));
        for (var i = 0; i < 60; i++) {
            var label = random.nextInt(3);
            trainer.add(features("noise", "f" + label), ALL, label);
        }
        return trainer;
    }

    private static Features features(String... names) {
        var features = new Features();
        for (var name : names) {
            features.start(0).with(name).end();
        }
        return features;
    }

    private static byte[] bytes(LinearModel model) {
        return FORMAT.bytes(model::write);
    }
}
