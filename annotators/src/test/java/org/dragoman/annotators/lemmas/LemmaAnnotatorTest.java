package org.dragoman.annotators.lemmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LemmaAnnotatorTest extends AnnotatorContract {
    private static final Document DOCUMENT = Document.of("Cities slept")
            .with(Layers.TOKENS, List.of(new Span(0, 6), new Span(7, 12)))
            .with(Layers.WORDS, List.of(new Word("Cities", 0), new Word("slept", 1)))
            .with(Layers.POS, List.of(PosTag.of("NOUN"), PosTag.of("VERB")));

    @Override
    protected Annotator annotator() {
        return new LemmaAnnotator(LearnedLemmatizer.english());
    }

    @Test
    void addsALemmaForEachWord() {
        assertThat(annotator().annotate(DOCUMENT).get(Layers.LEMMAS)).containsExactly("city", "sleep");
    }

    @Test
    void theProviderReadsExceptions(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ours.tsv"), "Cities\t_\tCiti\n");
        var json = Files.writeString(folder.resolve("lemmas.json"), "{\"exceptions\": \"ours.tsv\"}");
        var annotator = Settings.read(json).build(new LemmaProvider()::create);
        assertThat(annotator.annotate(DOCUMENT).get(Layers.LEMMAS)).containsExactly("Citi", "sleep");
    }

    @Test
    void theProviderRefusesOtherLanguages() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"fr\"}").build(new LemmaProvider()::create))
                .hasMessage(
                        "test: language must be one of en, de; for others give a model that you have trained, got \"fr\"");
    }
}
