package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains models of annotators on a few invented lines. */
class TrainCommandTest {
    private static final String TREEBANK = """
            1	Some	some	DET	DT	_	2	det	_	_
            2	dogs	dog	NOUN	NNS	_	3	nsubj	_	_
            3	ran	run	VERB	VBD	_	0	root	_	SpaceAfter=No
            4	.	.	PUNCT	.	_	3	punct	_	_

            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(new ByteArrayInputStream(new byte[0]), print(out), print(err), false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Data for each task; nothing of it is hard, and what the model is scored on is what it learned. */
    private void writeData() throws IOException {
        file("a.conllu", TREEBANK.repeat(60));
        file("a.iob2", "Ann B-PER\nran O\n\nOslo B-LOC\nslept O\n\n".repeat(20));
        file("a.tsv", "positive\tA good film\nnegative\tA bad film\n".repeat(20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sentences | sentences.bin | dev F1 | \"language\": \"en\", \"train\": [\"a.conllu\"], \"dev\": \"a.conllu\", \"cutoff\": 1",
                "tokens | tokens.bin | dev F1 | \"train\": [\"a.conllu\"], \"dev\": \"a.conllu\", \"cutoff\": 1",
                "lemmas | lemmas.bin | dev accuracy with universal tags only | \"train\": [\"a.conllu\"], \"dev\": \"a.conllu\", \"cutoff\": 1",
                "pos | tagger.bin | dev UPOS | \"train\": [\"a.conllu\"], \"dev\": \"a.conllu\", \"rounds\": 2",
                "entities | finder.bin | dev F1 | \"train\": [{\"files\": [\"a.iob2\"]}], \"dev\": {\"files\": [\"a.iob2\"]}, \"rounds\": 2",
                "classification | classifier.bin | test accuracy | \"train\": [{\"path\": \"a.tsv\"}], \"test\": [{\"path\": \"a.tsv\"}],"
                        + " \"classifier\": {\"features\": {\"words\": 1}, \"penalty\": 0.1}",
                "sentiment | documents.bin | sentences, held-out accuracy | \"sentences\": {\"train\": [{\"path\": \"a.tsv\"}], \"classifier\":"
                        + " {\"features\": {\"words\": 1}, \"penalty\": 0.1}}, \"documents\": {\"train\": [{\"path\": \"a.tsv\"}],"
                        + " \"classifier\": {\"features\": {\"words\": 1}, \"penalty\": 0.1}}"
            })
    void theTaskOfTheFileSaysWhatIsTrained(String task, String model, String score, String keys) throws IOException {
        writeData();
        var training = file("x.json", "{\"task\": \"" + task + "\", " + keys + ", \"output\": \"model\"}");
        assertThat(run("train", training)).as(err()).isZero();
        assertThat(out()).isEqualTo(folder.resolve("model") + "\n");
        assertThat(err()).contains("score ", score);
        assertThat(folder.resolve("model/README.md")).content().contains("| " + score + " | 1.0000 |");
        var record =
                new ObjectMapper().readTree(folder.resolve("model/model.json").toFile());
        assertThat(record.path("task").asText()).isEqualTo(task);

        var other = folder.resolve("other");
        assertThat(run("train", training, "--output", other.toString()))
                .as(err())
                .isZero();
        assertThat(out()).isEqualTo(other + "\n");
        assertThat(other.resolve(model))
                .hasSameBinaryContentAs(folder.resolve("model").resolve(model));
    }

    @Test
    void anUnknownTaskNamesTheNearest() throws IOException {
        var training = file("x.json", "{\"task\": \"entity\", \"output\": \"model\"}");
        assertThat(run("train", training)).isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: " + training
                        + ": task 'entity' is unknown; expected one of classification, entities, language,"
                        + " language-model, lemmas, pos, sentences, sentiment, tokens, translation\n");
        file("x.json", "{\"task\": \"translations\"}");
        assertThat(run("train", training)).isEqualTo(2);
        assertThat(err()).endsWith(": task 'translations' is unknown; did you mean 'translation'?\n");
        file("x.json", "{\"output\": \"model\"}");
        assertThat(run("train", training)).isEqualTo(2);
        assertThat(err()).endsWith(": task is missing; expected a string\n");
    }

    @Test
    void onlyTrainingsWithCheckpointsAreResumed() throws IOException {
        writeData();
        var training = file("x.json", "{\"task\": \"pos\", \"train\": [\"a.conllu\"], \"output\": \"model\"}");
        assertThat(run("train", training, "--resume")).isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        "dragoman: a training for the task pos leaves no checkpoints, so there is nothing to --resume;"
                                + " run it from the start\n");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void aTrainingWithoutTextToScoreOnSaysSo() throws IOException {
        writeData();
        var training = file("x.json", "{\"task\": \"lemmas\", \"train\": [\"a.conllu\"], \"output\": \"model\"}");
        assertThat(run("train", training)).as(err()).isZero();
        assertThat(err()).endsWith("not scored, as the file names nothing to score on\n");
    }

    @Test
    void wrongSettingsAndDataLeaveNothing() throws IOException {
        var training =
                file("x.json", "{\"task\": \"pos\", \"train\": [\"no.conllu\"], \"output\": \"model\", \"round\": 2}");
        assertThat(run("train", training)).isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: " + training + ": unknown key 'round'; did you mean 'rounds'?\n");
        file("x.json", "{\"task\": \"pos\", \"train\": [\"no.conllu\"], \"output\": \"model\"}");
        assertThat(run("train", training)).isEqualTo(1);
        assertThat(err())
                .isEqualTo("dragoman: cannot read " + folder.resolve("no.conllu") + ": there is no such file\n");
        assertThat(folder.resolve("model")).doesNotExist();
    }
}
