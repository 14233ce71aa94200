package org.dragoman.annotators.lemmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.PosTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LemmaExceptionsTest {
    @TempDir
    private Path folder;

    @Test
    void goBeforeTheLemmatizerAndThoseWithATagFirst() throws IOException {
        var lemmatizer = LemmaExceptions.read(file("# ours\n\ndata\tNOUN\tdatum\ndata\t_\tData\nGPUs\t_\tGPU\n"))
                .before((form, tag) -> "found");
        assertThat(lemmatizer.lemma("data", PosTag.of("NOUN"))).isEqualTo("datum");
        assertThat(lemmatizer.lemma("data", PosTag.of("PROPN"))).isEqualTo("Data");
        assertThat(lemmatizer.lemma("GPUs", PosTag.of("NOUN"))).isEqualTo("GPU");
        assertThat(lemmatizer.lemma("gpus", PosTag.of("NOUN"))).isEqualTo("found");
    }

    @Test
    void aLineOfTwoColumnsIsRefused() throws IOException {
        var file = file("data\tNOUN\tdatum\ndice\tdie\n");
        assertThatThrownBy(() -> LemmaExceptions.read(file))
                .hasMessage(
                        file
                                + ":2: expected a form, a universal tag or _, and a lemma with tabs between them, got \"dice\tdie\"");
    }

    @Test
    void twoLemmasForOneFormAreRefused() throws IOException {
        var file = file("data\tNOUN\tdatum\ndata\tNOUN\tdata\n");
        assertThatThrownBy(() -> LemmaExceptions.read(file))
                .hasMessage(
                        file + ":2: \"data\" as NOUN has the lemma \"datum\" in a line before; keep one of the two");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("exceptions.tsv"), content);
    }
}
