package org.dragoman.annotators.pos;

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

import java.util.List;

class PosAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new PosAnnotator(PosTagger.english());
    }

    @Test
    void tagsEachWordOfAToken() {
        var document = Document.of("Dogs don't fly.")
                .with(Layers.SENTENCES, List.of(new Span(0, 15)))
                .with(Layers.TOKENS, List.of(new Span(0, 4), new Span(5, 10), new Span(11, 14), new Span(14, 15)))
                .with(
                        Layers.WORDS,
                        List.of(
                                new Word("Dogs", 0),
                                new Word("do", 1),
                                new Word("n't", 1),
                                new Word("fly", 2),
                                new Word(".", 3)));
        assertThat(annotator().annotate(document).get(Layers.POS))
                .containsExactly(
                        new PosTag("NOUN", "NNS"),
                        new PosTag("AUX", "VBP"),
                        new PosTag("PART", "RB"),
                        new PosTag("VERB", "VB"),
                        new PosTag("PUNCT", "."));
    }

    @Test
    void theProviderRefusesOtherLanguages() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"xx\"}").build(new PosProvider()::create))
                .hasMessage("test: language must be one of de, en, fr, which have a tagger, got \"xx\"");
    }

    @Test
    void theProviderReadsAModelFile() {
        assertThatThrownBy(() ->
                        Settings.parse("test", "{\"model\": \"none.bin\"}").build(new PosProvider()::create))
                .hasMessage("test: cannot read none.bin: there is no such file");
    }

    @Test
    void refusesALanguageWithoutATagger() {
        assertThatThrownBy(() -> PosTagger.of("xx"))
                .hasMessage("the language of a tagger must be one of de, en, fr, got \"xx\"");
    }
}
