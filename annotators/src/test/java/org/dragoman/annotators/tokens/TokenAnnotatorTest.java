package org.dragoman.annotators.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

import java.util.List;

class TokenAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new TokenAnnotator(Tokenizer.english(), new EnglishWords());
    }

    @Test
    void addsTokensAndTheirWords() {
        var document = annotator().annotate(Document.of("I can't.").with(Layers.SENTENCES, List.of(new Span(0, 8))));
        assertThat(document.get(Layers.TOKENS)).containsExactly(new Span(0, 1), new Span(2, 7), new Span(7, 8));
        assertThat(document.get(Layers.WORDS))
                .containsExactly(new Word("I", 0), new Word("ca", 1), new Word("n't", 1), new Word(".", 2));
    }

    @Test
    void noTokenCrossesTheEndOfASentence() {
        var document = annotator()
                .annotate(Document.of("abcd").with(Layers.SENTENCES, List.of(new Span(0, 2), new Span(2, 4))));
        assertThat(document.get(Layers.TOKENS)).containsExactly(new Span(0, 2), new Span(2, 4));
    }

    @Test
    void theProviderRefusesOtherLanguages() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"ja\"}").build(new TokenProvider()::create))
                .hasMessage("test: language must be one of en, de, fr, got \"ja\"");
    }
}
