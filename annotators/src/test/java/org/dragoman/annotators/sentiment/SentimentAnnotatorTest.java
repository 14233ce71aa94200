package org.dragoman.annotators.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentiment;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

import java.util.List;

class SentimentAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new SentimentAnnotator(SentimentModel.english());
    }

    @Test
    void tellsEachSentenceAndTheWhole() {
        var document = Document.of("I love it. The screen is terrible. 1/2 ... ?!")
                .with(Layers.SENTENCES, List.of(new Span(0, 10), new Span(11, 34), new Span(39, 42), new Span(43, 45)));
        var annotated = annotator().annotate(document);
        assertThat(annotated.get(Layers.SENTIMENT).subList(0, 2))
                .extracting(Sentiment::label)
                .containsExactly("positive", "negative");
        assertThat(annotated.get(Layers.SENTIMENT).subList(2, 4)).containsOnly(new Sentiment("neutral", 0));
        assertThat(annotated.get(Layers.DOCUMENT_SENTIMENT).score()).isBetween(-1.0, 1.0);
    }

    @Test
    void anEmptyDocumentIsNeutral() {
        var annotated = annotator().annotate(Document.of("").with(Layers.SENTENCES, List.of()));
        assertThat(annotated.get(Layers.DOCUMENT_SENTIMENT)).isEqualTo(new Sentiment("neutral", 0));
    }

    @Test
    void theProviderRefusesOtherLanguages() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"fr\"}").build(new SentimentProvider()::create))
                .hasMessage(
                        "test: language must be \"en\", the only language with a model of sentiment; name a model for others, got"
                                + " \"fr\"");
    }
}
