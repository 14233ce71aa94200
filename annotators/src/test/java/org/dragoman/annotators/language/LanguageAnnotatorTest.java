package org.dragoman.annotators.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

class LanguageAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new LanguageAnnotator(LanguageIdentifier.standard());
    }

    @Test
    void addsATagWithAScore() {
        var label = annotator().annotate(Document.of("Wo ist der Bahnhof?")).get(Layers.LANGUAGE);
        assertThat(label.name()).isEqualTo("de");
        assertThat(label.score()).isBetween(0.5, 1.0);
    }

    @Test
    void isUndeterminedBelowTheLeastScore() {
        var strict = new LanguageAnnotator(LanguageIdentifier.standard(), 1);
        assertThat(strict.annotate(Document.of("ok")).get(Layers.LANGUAGE).name())
                .isEqualTo("und");
    }

    @Test
    void theProviderRefusesScoresAboveOne() {
        assertThatThrownBy(() -> Settings.parse("test", "{\"leastScore\": 2}").build(new LanguageProvider()::create))
                .hasMessage("test: leastScore must be between 0.0 and 1.0, got 2");
    }
}
