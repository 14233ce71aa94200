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
                .extracting(PosTag::universal)
                .containsExactly("NOUN", "AUX", "PART", "VERB", "PUNCT");
    }

    @Test
    void theProviderRefusesOtherLanguages() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"ja\"}").build(new PosProvider()::create))
                .hasMessage("test: language must be one of en, de, fr, the languages with a tagger, got \"ja\"");
    }
}
