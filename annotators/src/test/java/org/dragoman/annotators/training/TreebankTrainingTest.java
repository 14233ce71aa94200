package org.dragoman.annotators.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.lemmas.LearnedLemmatizer;
import org.dragoman.annotators.sentences.SentenceSplitter;
import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.annotators.tokens.Tokenizer;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.GZIPOutputStream;

/** Trains all tasks on a treebank of 120 short sentences made here, in which a sentence ends at each full stop. */
class TreebankTrainingTest {
    private static final int SENTENCES = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sentences", "tokens", "lemmas"})
    void writesTheSameModelEachTimeWithARecordOfHowItWasMade(String task) throws IOException {
        writeTreebank(folder.resolve("train.conllu"));
        var progress = new ArrayList<Progress>();
        var record = TrainingFile.read(training(task, "first")).run(progress::add);
        TrainingFile.read(training(task, "second")).run(TrainingListener.NONE);
        var model = folder.resolve("first").resolve(task + ".bin");
        assertThat(folder.resolve("second").resolve(task + ".bin")).hasSameBinaryContentAs(model);
        assertThat(progress).hasSize(2);
        assertThat(record.scores().keySet()).anyMatch(name -> name.startsWith("held-out "));
        assertThat(record.scores().values()).allMatch(score -> score > 0.9);
        assertThat(folder.resolve("first").resolve("model.json"))
                .content()
                .contains(record.files().get(0).checksum().toString(), "\"task\" : \"" + task + "\"");
        assertThat(folder.resolve("first").resolve("README.md")).exists();
    }

    @Test
    void theModelsWork() throws IOException {
        writeTreebank(folder.resolve("train.conllu"));
        for (var task : new String[] {"sentences", "tokens", "lemmas"}) {
            TrainingFile.read(training(task, task)).run(TrainingListener.NONE);
        }
        var text = "Seven cats sat. Dogs ran.";
        var splitter = SentenceSplitter.read(folder.resolve("sentences/sentences.bin"), SentenceUnit.PARAGRAPH);
        assertThat(splitter.split(text)).containsExactly(new Span(0, 15), new Span(16, 25));
        var tokenizer = Tokenizer.read(folder.resolve("tokens/tokens.bin"));
        assertThat(tokenizer.tokenize(text, new Span(16, 25)))
                .containsExactly(new Span(16, 20), new Span(21, 24), new Span(24, 25));
        assertThat(LearnedLemmatizer.read(folder.resolve("lemmas/lemmas.bin")).lemma("Dogs", new PosTag("NOUN", "NNS")))
                .isEqualTo("dog");
    }

    @Test
    void aModelOfAnotherTaskIsRefused() throws IOException {
        writeTreebank(folder.resolve("train.conllu"));
        TrainingFile.read(training("tokens", "tokens")).run(TrainingListener.NONE);
        var file = folder.resolve("tokens/tokens.bin");
        assertThatThrownBy(() -> SentenceSplitter.read(file, SentenceUnit.PARAGRAPH))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + file + ": expected sentences version 1, but it is tokens version 1");
    }

    @Test
    void readsAPackedTreebankInParts() throws IOException {
        var plain = folder.resolve("train.conllu");
        writeTreebank(plain);
        var packed = folder.resolve("train.conllu.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        var parts = Treebanks.read(packed).stream()
                .flatMap(document -> DocumentParts.of(document).stream())
                .toList();
        assertThat(parts).hasSize(3);
        assertThat(parts.get(2).get(Layers.SENTENCES)).hasSize(SENTENCES - 2 * DocumentParts.LENGTH);
        assertThat(parts.stream()
                        .mapToInt(part -> part.get(Layers.LEMMAS).size())
                        .sum())
                .isEqualTo(4 * SENTENCES);
        assertThat(parts.get(1).get(Layers.TOKENS).get(3).textIn(parts.get(1).text()))
                .isEqualTo(".");
        assertThat(parts.stream().map(Document::id)).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatIsWrongWithTheSettings() {
        assertThatThrownBy(() ->
                        TrainingFile.read(write("{\"task\": \"tokens\", \"train\": [], \"heldOut\": 1, \"epoch\": 3}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heldOut must be 0 or at least 2, got 1")
                .hasMessageContaining("train must be one treebank or more, got []")
                .hasMessageContaining("output is missing; expected a path")
                .hasMessageContaining("unknown key 'epoch'; did you mean 'epochs'?");
    }

    @Test
    void saysWhichTreebankIsWrong() throws IOException {
        var missing = TrainingFile.read(training("tokens", "out"));
        assertThatThrownBy(() -> missing.run(TrainingListener.NONE))
                .hasMessage("cannot read " + folder.resolve("train.conllu") + ": there is no such file");
        Files.writeString(folder.resolve("train.conllu"), "\n\n");
        assertThatThrownBy(() -> missing.run(TrainingListener.NONE))
                .hasMessage(
                        folder.resolve("train.conllu") + ": expected a treebank in CoNLL-U, but there is no sentence");
        Files.writeString(folder.resolve("train.conllu"), "1\tcats\tcat\n\n");
        assertThatThrownBy(() -> missing.run(TrainingListener.NONE))
                .hasMessageStartingWith(folder.resolve("train.conllu") + ":1: ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Path training(String task, String output) {
        var language = task.equals("sentences") ? "\"language\": \"en\", " : "";
        return write("{\"task\": \"" + task + "\", " + language
                + "\"train\": [\"train.conllu\"], \"heldOut\": 2, \"epochs\": 10, \"cutoff\": 1, \"output\": \""
                + output + "\"}");
    }

    private Path write(String json) {
        try {
            return Files.writeString(folder.resolve("training.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTreebank(Path file) throws IOException {
        var text = new StringBuilder();
        for (var i = 0; i < SENTENCES; i++) {
            var animal = i % 3 == 0 ? "dog" : i % 3 == 1 ? "cat" : "bird";
            var verb = i % 2 == 0 ? "sat\tsit" : "ran\trun";
            text.append("1\t")
                    .append(i % 4 == 0 ? "Seven\tseven" : "Some\tsome")
                    .append("\tDET\tDT\t_\t2\tdet\t_\t_\n");
            text.append("2\t").append(animal).append("s\t").append(animal).append("\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n");
            text.append("3\t").append(verb).append("\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n");
            text.append("4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n");
        }
        Files.writeString(file, text);
    }
}
