package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.TRANSLATION;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TranslationTest {
    private final Document source = Document.of("d1", "Good day").with(TOKENS, List.of(new Span(0, 4), new Span(5, 8)));
    private final Document target =
            Document.of("d1", "Guten Tag").with(TOKENS, List.of(new Span(0, 5), new Span(6, 9)));

    @Test
    void severalLanguagesLieSideBySide() {
        var french = Document.of("d1", "Bonjour");
        var document = translation("de", target, new Span(0, 8), new Span(0, 9), Link.of(0, 0), Link.of(1, 1))
                .addTo(source);
        document = translation("fr", french, new Span(0, 8), new Span(0, 7)).addTo(document);
        assertThat(document.get(TRANSLATION)).containsOnlyKeys("de", "fr");
        assertThat(document.get(TRANSLATION).get("de").target().text()).isEqualTo("Guten Tag");
    }

    @Test
    void refusesATargetOutsideOfTheTargetText() {
        assertThatThrownBy(() -> translation("de", target, new Span(0, 8), new Span(0, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sentence 0 of the translation to de: span [0, 10) ends after the text of document 'd1', "
                        + "which has 9 characters");
    }

    @Test
    void refusesAnAlignmentToATokenThatDoesNotExist() {
        assertThatThrownBy(() -> translation("de", target, new Span(0, 8), new Span(0, 9), Link.of(0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sentence 0 of the translation to de: the alignment names token 2 of document 'd1', which "
                        + "has 2 tokens");
        var wrongSource = translation("de", target, new Span(0, 8), new Span(0, 9), Link.of(5, 0));
        assertThatThrownBy(() -> wrongSource.addTo(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 'translation' of document 'd1': sentence 0 of the translation to de: the alignment "
                        + "names token 5 of document 'd1', which has 2 tokens");
    }

    @Test
    void refusesASourceOutsideOfTheText() {
        var wrong = translation("de", target, new Span(0, 9), new Span(0, 9));
        assertThatThrownBy(() -> wrong.addTo(source)).hasMessageContaining("span [0, 9) ends after the text");
    }

    @Test
    void refusesAKeyThatIsNotTheLanguage() {
        var german = translation("de", target, new Span(0, 8), new Span(0, 9));
        assertThatThrownBy(() -> source.with(TRANSLATION, Map.of("fr", german)))
                .hasMessage("layer 'translation' of document 'd1': the key of the translation to de must be its "
                        + "language, got fr");
    }

    @Test
    void tokensThatAnAlignmentNamesCannotBeRemoved() {
        var document = translation("de", target, new Span(0, 8), new Span(0, 9), Link.of(1, 1))
                .addTo(source);
        assertThatThrownBy(() -> document.without(TOKENS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("after 'tokens' was removed, layer 'translation' of document 'd1'")
                .hasMessageEndingWith("remove 'translation' with without() first");
    }

    @Test
    void refusesScoresAndWeightsThatAreNoNumbers() {
        assertThatThrownBy(() -> new Link(0, 0, Double.NaN))
                .hasMessage("the weight of a link must be finite and 0 or more, got NaN");
        assertThatThrownBy(() ->
                        new TranslatedSentence(new Span(0, 1), new Span(0, 1), Double.NEGATIVE_INFINITY, List.of()))
                .hasMessage("the score of a translated sentence must be a finite number, got -Infinity");
    }

    private static Translation translation(String language, Document target, Span from, Span to, Link... links) {
        return new Translation(language, target, List.of(new TranslatedSentence(from, to, -0.5, List.of(links))));
    }
}
