package org.dragoman.annotators.entities;

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

class EntityAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new EntityAnnotator(EntityFinder.english());
    }

    private List<String> found(Document document) {
        return annotator().annotate(document).get(Layers.ENTITIES).stream()
                .map(entity -> entity.type() + " " + entity.span().textIn(document.text()))
                .toList();
    }

    @Test
    void findsPeopleAndPlaces() {
        var document = prepare(Document.of("President Bush met Tony Blair in London."));
        assertThat(found(document)).containsExactly("PER Bush", "PER Tony Blair", "LOC London");
    }

    @Test
    void anEntityEndsInsideAToken() {
        var text = "Bush's plan for Iraq";
        var document = Document.of(text)
                .with(Layers.SENTENCES, List.of(new Span(0, 20)))
                .with(Layers.TOKENS, List.of(new Span(0, 6), new Span(7, 11), new Span(12, 15), new Span(16, 20)))
                .with(
                        Layers.WORDS,
                        List.of(
                                new Word("Bush", 0),
                                new Word("'s", 0),
                                new Word("plan", 1),
                                new Word("for", 2),
                                new Word("Iraq", 3)));
        assertThat(found(document)).containsExactly("PER Bush", "LOC Iraq");
    }

    /** Where words are not written as they are, as in <em>zum</em>, the token is what is looked at. */
    @Test
    void aTokenWhoseWordsHaveNoPlaceStaysWhole() {
        var text = "Wanna visit London";
        var document = Document.of(text)
                .with(Layers.SENTENCES, List.of(new Span(0, 18)))
                .with(Layers.TOKENS, List.of(new Span(0, 5), new Span(6, 11), new Span(12, 18)))
                .with(
                        Layers.WORDS,
                        List.of(new Word("Want", 0), new Word("to", 0), new Word("visit", 1), new Word("London", 2)));
        assertThat(found(document)).containsExactly("LOC London");
    }

    @Test
    void theProviderRefusesALanguageWithoutAModel() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"de\"}").build(new EntityProvider()::create))
                .hasMessage(
                        "test: language must be \"en\", the only language with a model; for others, train one and name"
                                + " its file as the model, got \"de\"");
    }
}
