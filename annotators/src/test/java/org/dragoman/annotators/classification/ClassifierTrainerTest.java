package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.annotators.training.Seed;
import org.dragoman.pipeline.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

class ClassifierTrainerTest {
    private static final Seed SEED = new Seed(3);

    static ClassifierSettings settings(Weighting weighting) {
        return new ClassifierSettings(TextFeatures.ofWords(1), 1, 0, weighting, true, 0.1);
    }

    /** Each text names an animal, a colour or a number, and has words that say nothing. */
    static List<LabelledText> texts() {
        var words = List.of(
                List.of("cat", "dog", "cow", "hen"),
                List.of("red", "blue", "green", "white"),
                List.of("one", "two", "six", "ten"));
        var labels = List.of("animal", "colour", "number");
        var texts = new ArrayList<LabelledText>();
        for (var i = 0; i < 90; i++) {
            var word = words.get(i % 3).get(i / 3 % 4);
            texts.add(new LabelledText(labels.get(i % 3), "say " + word + (i % 2 == 0 ? " now" : " again")));
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void learnsWhichWordsMatter(Weighting weighting) {
        var classifier = new ClassifierTrainer(settings(weighting)).train(texts(), SEED);
        assertThat(classifier.labels()).containsExactly("animal", "colour", "number");
        assertThat(classifier.best("now a dog, unheard of").name()).isEqualTo("animal");
        assertThat(classifier.best("ten").name()).isEqualTo("number");
        assertThat(classifier.best("White again").name()).isEqualTo("colour");
    }

    @Test
    void probabilitiesAddUpToOneTheBestFirst() {
        var labels = new ClassifierTrainer(settings(Weighting.EQUAL))
                .train(texts(), SEED)
                .classify("say cow or six");
        assertThat(labels.stream().mapToDouble(Label::score).sum()).isCloseTo(1, within(1e-12));
        assertThat(labels).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(labels.get(2).name()).isEqualTo("colour");
    }

    @Test
    void givesTheSameBytesAgain() {
        var trainer = new ClassifierTrainer(settings(Weighting.NAIVE_BAYES));
        assertThat(trainer.train(texts(), SEED).bytes())
                .isEqualTo(trainer.train(texts(), SEED).bytes());
    }

    @Test
    void keepsTheFeaturesThatCountMost() {
        var few = new ClassifierSettings(TextFeatures.ofWords(1), 1, 12, Weighting.EQUAL, true, 0.1);
        var classifier = new ClassifierTrainer(few).train(texts(), SEED);
        assertThat(classifier.featureCount()).isEqualTo(12); // the names; "say", "now" and "again" tell nothing
        assertThat(texts())
                .allSatisfy(
                        text -> assertThat(classifier.best(text.text()).name()).isEqualTo(text.label()));
    }

    @Test
    void dropsRareFeatures() {
        var twice = new ClassifierSettings(TextFeatures.ofWords(1), 2, 0, Weighting.EQUAL, false, 0.1);
        var classifier = new ClassifierTrainer(twice)
                .train(
                        List.of(new LabelledText("a", "x y"), new LabelledText("b", "x z"), new LabelledText("b", "z")),
                        SEED);
        assertThat(classifier.featureCount()).isEqualTo(2); // x and z
    }

    @Test
    void anImportantTextCountsMore() {
        var texts = List.of(new LabelledText("a", "x", 5), new LabelledText("b", "x", 1));
        assertThat(new ClassifierTrainer(settings(Weighting.EQUAL))
                        .train(texts, SEED)
                        .best("x")
                        .name())
                .isEqualTo("a");
    }

    @Test
    void readsWhatItWrote() {
        var classifier = new ClassifierTrainer(settings(Weighting.EQUAL)).train(texts(), SEED);
        var again = TextClassifier.read("memory", classifier.bytes());
        assertThat(again.bytes()).isEqualTo(classifier.bytes());
        for (var text : List.of("say cow", "", "nothing known", "red hen ten")) {
            assertThat(again.classify(text)).isEqualTo(classifier.classify(text));
        }
    }

    @Test
    void refusesADamagedFile() {
        var bytes = new ClassifierTrainer(settings(Weighting.EQUAL))
                .train(texts(), SEED)
                .bytes();
        for (var at = 0;
                at < bytes.length - 5;
                at++) { // the last are padding and the checksum of zlib, which add nothing to ours
            var damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> TextClassifier.read("classifier.bin", damaged))
                    .as("byte %d", at)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot read classifier.bin: ");
        }
    }

    @Test
    void refusesTextsOfOneClassAndNoTexts() {
        var trainer = new ClassifierTrainer(settings(Weighting.EQUAL));
        assertThatThrownBy(() -> trainer.train(List.of(), SEED)).hasMessage("there is no text to learn from");
        assertThatThrownBy(() -> trainer.train(List.of(new LabelledText("a", "x"), new LabelledText("a", "y")), SEED))
                .hasMessage(
                        "all 2 texts to learn from have the label \"a\", and a classifier needs at least two classes");
    }

    @Test
    void oddsNeedTwoClasses() {
        var classifier = new ClassifierTrainer(settings(Weighting.EQUAL)).train(texts(), SEED);
        assertThatThrownBy(() -> classifier.logOdds("x"))
                .hasMessage("odds need two classes, and there are 3: [animal, colour, number]");
    }
}
