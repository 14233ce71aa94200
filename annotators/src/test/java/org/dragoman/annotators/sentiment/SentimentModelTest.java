package org.dragoman.annotators.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.annotators.training.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SentimentModelTest {
    private static final String LESSON =
            "{\"train\": [{\"path\": \"texts.tsv\"}], \"heldOut\": 0, \"classifier\": {\"features\": {\"words\": 1}, \"penalty\": 1}}";

    private static Path train(Path folder, String texts) throws IOException {
        Files.writeString(folder.resolve("texts.tsv"), texts);
        var file = Files.writeString(
                folder.resolve("train.json"),
                "{\"task\": \"sentiment\", \"sentences\": " + LESSON + ", \"documents\": " + LESSON
                        + ", \"output\": \"model\"}");
        TrainingFile.read(file).run(TrainingListener.NONE);
        return folder.resolve("model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"This is a great phone.", "I loved every minute of it.", "Not bad at all, highly recommended!"})
    void likesPraise(String sentence) {
        assertThat(SentimentModel.english().ofSentence(sentence).score()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is not a good phone.",
                "The worst food I have ever had.",
                "I wasted two hours, don't go there."
            })
    void dislikesBlame(String sentence) {
        assertThat(SentimentModel.english().ofSentence(sentence).score()).isNegative();
    }

    @Test
    void learnsFromLabelledTexts(@TempDir Path folder) throws IOException {
        var model = SentimentModel.read(
                train(folder, "positive\tso good\nnegative\tso bad\npositive\tgood\nnegative\tbad\n"));
        assertThat(model.ofSentence("good").label()).isEqualTo("positive");
        assertThat(model.ofDocument("bad", List.of("bad")).label()).isEqualTo("negative");
        assertThat(model.ofDocument("bad", List.of("bad")).score())
                .isLessThan(model.ofSentence("bad").score());
    }

    @Test
    void refusesOtherClassesAndWritesNothing(@TempDir Path folder) {
        assertThatThrownBy(() -> train(folder, "pos\tgood\nneg\tbad\npos\tfine\nneg\tawful\n"))
                .hasMessage(
                        "a classifier of the sentiment of sentences must have the classes [negative, positive], got [neg, pos]");
        assertThat(folder.resolve("model")).doesNotExist();
    }
}
