package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.English;
import org.dragoman.corpora.Lines;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.nmt.translate.SourceSteps;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.io.DocumentJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** {@code dragoman corpus annotate}, and models that read what it writes. */
class FactorCommandsTest {
    /** Names stay as they are, and things of the same spelling don't. */
    private static final String PAIRS = """
            Rose sees a rose.	Rose sees a flower.
            A rose sees Rose.	A flower sees Rose.
            Rose and Will sleep.	Rose and Will sleep.
            A dog sees Rose.	A dog sees Rose.
            Will sees a dog.	Will sees a dog.
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return runWith("", arguments);
    }

    private int runWith(String input, String... arguments) {
        out.reset();
        err.reset();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Dragoman.run(new Console(in, print(out), print(err), false), new Models(), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void lineNIsTheDocumentOfLineN() throws IOException {
        var corpus = write("a.txt", "The dogs bark.\n\nOne. Two.\n");
        assertThat(run("corpus", "annotate", corpus, "--layers", "pos,lemmas", "--output", path("a.jsonl.gz")))
                .as(text(err))
                .isZero();
        assertThat(text(err)).isEqualTo("annotated 3 sentences with lemmas, pos, tokens, words\n");
        var documents = Lines.readAll(folder.resolve("a.jsonl.gz")).stream()
                .map(line -> new DocumentJson().read("a", line))
                .toList();
        assertThat(documents)
                .extracting(document -> document.text())
                .containsExactly("The dogs bark.", "", "One. Two.");
        assertThat(documents).extracting(document -> document.id()).containsExactly("a.txt:1", "a.txt:2", "a.txt:3");
        assertThat(documents.get(0).get(Layers.LEMMAS)).containsExactly("the", "dog", "bark", ".");
        assertThat(documents.get(2).get(Layers.SENTENCES)).hasSize(1);
    }

    @Test
    void tokenizedTextKeepsItsTokens() throws IOException {
        var corpus = write("a.txt", "do n't stop\n");
        assertThat(run("corpus", "annotate", corpus, "--tokenized", "--layers", "pos", "--output", path("a.jsonl")))
                .as(text(err))
                .isZero();
        var document = new DocumentJson().read("a", Files.readString(folder.resolve("a.jsonl")));
        assertThat(document.get(Layers.TOKENS))
                .extracting(span -> span.textIn(document.text()))
                .containsExactly("do", "n't", "stop");
        assertThat(document.get(Layers.POS)).extracting(PosTag::universal).containsExactly("AUX", "PART", "VERB");
    }

    @Test
    void whatCannotBeDoneIsRefusedAndNothingIsWritten() throws IOException {
        var corpus = write("a.txt", "One.\n");
        assertThat(run("corpus", "annotate", corpus, "--output", path("b.jsonl")))
                .isNotZero();
        assertThat(text(err)).contains("either --layers, such as pos,lemmas, or a file of steps by --pipeline");
        assertThat(run("corpus", "annotate", corpus, "--layers", "pso", "--output", path("b.jsonl")))
                .isNotZero();
        assertThat(text(err)).contains("pso").contains("did you mean 'pos'");
        assertThat(run("corpus", "annotate", corpus, "--layers", "pos", "--output", corpus))
                .isNotZero();
        assertThat(text(err)).contains("would take the place of what is read");
        var steps = write("steps.json", "{\"layers\": [\"pos\"], \"language\": \"en\"}");
        assertThat(run("corpus", "annotate", corpus, "--pipeline", steps, "--output", steps))
                .isNotZero();
        assertThat(text(err)).contains("would take the place of what is read");
        assertThat(run("corpus", "annotate", corpus, "--pipeline", steps, "--tokenized", "--output", path("b.jsonl")))
                .isNotZero();
        assertThat(text(err)).contains("--tokenized goes with --layers");
        Files.write(folder.resolve("broken.txt"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
        assertThat(run("corpus", "annotate", path("broken.txt"), "--layers", "pos", "--output", path("b.jsonl")))
                .isNotZero();
        assertThat(text(err)).contains("broken.txt:2");
        assertThat(folder.resolve("b.jsonl")).doesNotExist();
    }

    /** A model with factors is trained, then used by commands that are given nothing but text. */
    @Test
    void commandsAnnotateWhatAModelWithFactorsReads() throws IOException {
        var corpus = write("a.tsv", PAIRS.repeat(8));
        assertThat(run("corpus", "annotate", corpus, "--layers", "pos", "--output", path("a.jsonl.gz")))
                .as(text(err))
                .isZero();
        var file = write("experiment.json", """
                {"task": "translation", "source": "en", "target": "de", "factors": [{"layer": "pos"}, {"feature": "case"}],
                 "train": [{"tsv": "a.tsv", "annotations": "a.jsonl.gz"}],
                 "validation": {"tsv": "a.tsv", "annotations": "a.jsonl.gz"}, "output": "run",
                 "subwords": {"pretokenizer": "joiner", "merges": 30},
                 "model": {"type": "transformer", "size": 32, "heads": 2, "feedForwardSize": 32, "encoderLayers": 1,
                   "decoderLayers": 1, "dropout": 0},
                 "training": {"batchTokens": 256, "schedule": {"type": "constant", "peak": 0.01, "warmup": 10},
                   "limits": {"maximumSteps": 60, "validateEvery": 60, "logEvery": 60}}}
                """);
        assertThat(run("train", file)).as(text(err)).isZero();
        assertThat(folder.resolve("run/model/factor-pos.txt")).exists();
        var model = path("run/model");
        assertThat(runWith("Rose sees a rose.\n", "translate", "--model", model))
                .as(text(err))
                .isZero();
        assertThat(text(out)).isEqualTo("Rose sees a flower.\n");
        assertThat(run("evaluate", "translation", corpus, "--model", model))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("BLEU");
        var source = write("a.en", "Rose sees a rose.\n");
        assertThat(run("align", source, write("a.de", "Rose sees a flower.\n"), "--model", model))
                .as(text(err))
                .isZero();
        assertThat(text(out).lines()).hasSize(1);
        assertThat(run("evaluate", "language-model", corpus, "--model", model))
                .as(text(err))
                .isZero();
        assertThat(run("models", "verify", model, "--text", "Rose sees a rose."))
                .as(text(err))
                .isZero();
        assertThat(text(out)).contains("Rose sees a flower.");
        assertTagsAreThoseOfTheTagger(folder.resolve("run/model"));
    }

    @Test
    void aSuiteTestsModelsWithFactorsOnTextAlone() throws IOException {
        var corpus = write("a.tsv", PAIRS);
        assertThat(run("corpus", "annotate", corpus, "--layers", "pos", "--output", path("a.jsonl.gz")))
                .as(text(err))
                .isZero();
        var suite = write("suite.json", """
                {"output": "runs", "beam": 2, "lengthPenalty": {"type": "average", "alpha": 1}, "base": {
                 "task": "translation", "source": "en", "target": "de",
                 "train": [{"tsv": "a.tsv", "annotations": "a.jsonl.gz"}],
                 "validation": {"tsv": "a.tsv", "annotations": "a.jsonl.gz"}, "test": {"tsv": "a.tsv"},
                 "subwords": {"pretokenizer": "joiner", "merges": 30},
                 "model": {"type": "recurrent", "embeddingSize": 16, "encoderSize": 8, "decoderSize": 16},
                 "training": {"schedule": {"type": "constant", "peak": 0.01, "warmup": 1}, "limits": {"maximumSteps": 1}}},
                 "runs": {"plain": {}, "factors": {"factors": [{"layer": "pos"}]}}}
                """);
        assertThat(run("experiment", suite)).as(text(err)).isZero();
        assertThat(text(out)).contains("plain", "factors", "BLEU");
        assertThat(folder.resolve("runs/plain/model/factor-pos.txt")).doesNotExist();
        assertThat(folder.resolve("runs/factors/model/factor-pos.txt")).exists();
    }

    /** What the commands feed to the model for text alone is what the English pipeline says of it. */
    private static void assertTagsAreThoseOfTheTagger(Path folder) {
        try (var model = TranslationModel.load(folder);
                var english = English.pipeline()) {
            var tags = english.process("Rose sees a rose.").get(Layers.POS).stream()
                    .map(tag -> model.codec().factors().vocabularies().get(0).id(tag.universal()))
                    .toList();
            var read = model.codec().source(SourceSteps.annotated("Rose sees a rose.", model.settings()));
            assertThat(IntStream.of(read[1])
                            .filter(id -> id != Vocabulary.END)
                            .distinct()
                            .boxed())
                    .containsExactlyElementsOf(tags.stream().distinct().toList())
                    .doesNotContain(Vocabulary.UNKNOWN);
        }
    }
}
