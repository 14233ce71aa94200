package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.training.HeldOut;
import org.dragoman.annotators.training.Seed;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bounds a little under what was measured with these settings, which are those of {@code training/}. */
class ClassificationAccuracyTest {
    private static ClassifierScores scores(ClassifierSettings settings, LabelledFile train, LabelledFile test) {
        return ClassifierScores.of(new ClassifierTrainer(settings).train(train.read(), new Seed(1)), test.read());
    }

    @Test
    void ofQuestions() {
        var layout = new LabelledFile.Layout(2, 1, 2, " ", ":", Optional.empty());
        var features = new TextFeatures(3, 0, 0, true, false, true);
        var scores = scores(
                new ClassifierSettings(features, 1, 0, Weighting.EQUAL, false, 0.3),
                file("classification/trec/train.txt", layout, LabelledFile.Selection.ALL),
                file("classification/trec/test.txt", layout, LabelledFile.Selection.ALL));
        assertThat(scores.texts()).isEqualTo(500);
        assertThat(scores.accuracy()).isGreaterThan(0.87);
    }

    @Test
    void ofUnwantedMessages() {
        var layout = LabelledFile.Layout.LABEL_TEXT;
        var features = new TextFeatures(2, 2, 5, false, false, true);
        var scores = scores(
                new ClassifierSettings(features, 1, 0, Weighting.EQUAL, true, 0.01),
                file("classification/sms-spam/sms_80.tsv", layout, everyFifth(false)),
                file("classification/sms-spam/sms_80.tsv", layout, everyFifth(true)));
        assertThat(scores.texts()).isEqualTo(882);
        assertThat(scores.accuracy()).isGreaterThan(0.987);
        assertThat(scores.calibrationError()).isLessThan(0.02);
    }

    private static LabelledFile.Selection everyFifth(boolean apart) {
        return new LabelledFile.Selection(0, Set.of(), HeldOut.every(5), apart);
    }

    private static LabelledFile file(String name, LabelledFile.Layout layout, LabelledFile.Selection selection) {
        Path path = TestData.file(name);
        return new LabelledFile(path, layout, selection, Map.of(), 1);
    }
}
