package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.annotators.training.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

class ClassificationTrainingTest {
    private static final String REST =
            "\"classifier\": {\"features\": {\"words\": 1}, \"penalty\": 0.1}, \"heldOut\": 5, \"output\": \"model\"";

    @TempDir
    private Path folder;

    private ModelRecord train(String texts, String keys) throws IOException {
        Files.writeString(folder.resolve("texts.tsv"), texts);
        var file = Files.writeString(
                folder.resolve("train.json"),
                "{\"task\": \"classification\", \"train\": [{\"path\": \"texts.tsv\"}], " + keys + REST + "}");
        return TrainingFile.read(file).run(TrainingListener.NONE);
    }

    private static String texts() {
        return ClassifierTrainerTest.texts().stream()
                .map(text -> text.label() + "\t" + text.text() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void writesAModelWithItsRecord() throws IOException {
        var record = train(texts(), "\"test\": [{\"path\": \"texts.tsv\", \"onlyEvery\": 2}], ");
        assertThat(record.scores())
                .containsEntry("held-out accuracy", 1.0)
                .containsEntry("test accuracy", 1.0)
                .containsKeys("held-out macro F1", "held-out calibration error");
        assertThat(record.facts())
                .containsEntry("classes", "animal, colour, number")
                .containsEntry("features", "15");
        assertThat(folder.resolve("model/model.json")).content().contains("\"task\" : \"classification\"", "texts.tsv");
        assertThat(folder.resolve("model/README.md")).exists();
        var classifier = TextClassifier.read(folder.resolve("model/classifier.bin"));
        assertThat(classifier.best("the dog").name()).isEqualTo("animal");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        train(texts(), "");
        var first = Files.readAllBytes(folder.resolve("model/classifier.bin"));
        train(texts(), "");
        assertThat(folder.resolve("model/classifier.bin")).hasBinaryContent(first);
    }

    @Test
    void refusesOneClassAnEmptyFileAndUnknownLabelsAndWritesNothing() {
        assertThatThrownBy(() -> train("a\tx\na\ty\na\tz\n", ""))
                .hasMessageContaining("all 3 texts to learn from have the label \"a\"");
        assertThatThrownBy(() -> train("", ""))
                .hasMessage("there is no text to learn from in " + folder.resolve("texts.tsv"));
        assertThatThrownBy(() -> train("a\tx\nc\ty\n", "\"labels\": [\"a\", \"b\"], "))
                .hasMessage(folder.resolve("texts.tsv") + ":2: unknown label \"c\"; expected one of a, b");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void reportsAllFaultsOfTheFile() {
        assertThatThrownBy(() -> train("", "\"seeds\": 1, \"test\": [{\"pth\": \"x\"}], "))
                .hasMessageContaining("unknown key 'seeds'; did you mean 'seed'?")
                .hasMessageContaining("test[0].path is missing");
    }
}
