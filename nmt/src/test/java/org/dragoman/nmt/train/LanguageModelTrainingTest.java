package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.model.Task;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language model against a source whose entropy is known: after each letter comes the next one of the alphabet with probability 3/4 and
 * the one after that with 1/4, and after each letter but the first the sentence ends with probability 1/4.
 */
class LanguageModelTrainingTest {
    private static final int LETTERS = 8;

    @TempDir
    Path folder;

    private Path experiment(String model) throws IOException {
        text("train.txt", 2000, 1);
        text("validation.txt", 100, 2);
        return Files.writeString(folder.resolve("experiment.json"), """
                {"task": "language-model", "language": "en", "train": [{"text": "train.txt"}],
                 "validation": {"text": "validation.txt"}, "output": "run",
                 "subwords": {"pretokenizer": "none", "merges": 0},
                 "model": %s,
                 "training": {"seed": 7, "batchTokens": 512, "labelSmoothing": 0,
                   "schedule": {"type": "inverse-square-root", "peak": 0.01, "warmup": 30},
                   "limits": {"maximumSteps": 400, "validateEvery": 100, "average": 2, "logEvery": 50}}}
                """.formatted(model));
    }

    private static final String SMALL = """
            {"type": "language-model", "size": 32, "heads": 4, "feedForwardSize": 64, "layers": 1, "dropout": 0}""";

    private void text(String name, int lines, long seed) throws IOException {
        var random = new Random(seed);
        Files.writeString(
                folder.resolve(name),
                Stream.generate(() -> sentence(random)).limit(lines).collect(Collectors.joining("\n", "", "\n")));
    }

    private static String sentence(Random random) {
        var letter = random.nextInt(LETTERS);
        var sentence = new StringBuilder().append((char) ('a' + letter));
        do {
            letter = (letter + (random.nextInt(4) < 3 ? 1 : 2)) % LETTERS;
            sentence.append(' ').append((char) ('a' + letter));
        } while (random.nextInt(4) > 0);
        return sentence.toString();
    }

    /**
     * The first letter, and every later one: one at least, then 3 more in the mean. The end: one choice of 1/4 against 3/4 behind each
     * later letter, 4 in the mean. So a sentence has 5 letters and an end in the mean.
     */
    private static double natsOfAPiece() {
        var choice = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        return (Math.log(LETTERS) + 4 * choice + 4 * choice) / 6;
    }

    @Test
    void perplexityComesDownToThatOfTheSourceAndNotBelow() throws IOException {
        Trainer.begin(Experiment.read(experiment(SMALL)), List.of()).run();
        text("test.txt", 2000, 3);
        try (var model = TranslationModel.load(folder.resolve("run/model"))) {
            assertThat(model.settings().architecture().task()).isEqualTo(Task.LANGUAGE_MODEL);
            var corpus = CorpusLikelihood.text(folder.resolve("test.txt"));
            var likelihood = CorpusLikelihood.of(model, corpus, 1024, done -> {});
            assertThat(likelihood.sentences()).isEqualTo(2000);
            assertThat(likelihood.unknown()).isZero();
            assertThat(likelihood.pieces()).isEqualTo(likelihood.words() + 2000);
            assertThat(likelihood.nats() / likelihood.pieces()).isCloseTo(natsOfAPiece(), within(0.03));

            var inSmallBatches = CorpusLikelihood.of(model, corpus, 20, done -> {});
            assertThat(inSmallBatches.nats()).isCloseTo(likelihood.nats(), within(1e-3 * likelihood.sentences()));
        }
    }

    @Test
    void aTranslatorRefusesALanguageModel() throws IOException {
        Trainer.begin(Experiment.read(experiment(SMALL)), List.of()).run();
        try (var model = TranslationModel.load(folder.resolve("run/model"))) {
            assertThatThrownBy(() -> new Translator(model, TranslatorConfig.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a translator needs a model for translation, got a language-model");
        }
    }

    @Test
    void anArchitectureForAnotherTaskIsRefused() throws IOException {
        var file = experiment(ToyExperiment.TRANSFORMER);
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model must be an architecture for the task language-model");
    }

    @Test
    void aLanguageModelHasNoParallelCorpora() throws IOException {
        var file = experiment(SMALL);
        Files.writeString(
                file, Files.readString(file).replace("{\"text\": \"train.txt\"}", "{\"tsv\": \"train.txt\"}"));
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train[0].text")
                .hasMessageContaining("tsv");
    }
}
