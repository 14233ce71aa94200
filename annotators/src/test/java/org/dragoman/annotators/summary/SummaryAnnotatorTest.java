package org.dragoman.annotators.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

class SummaryAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new SummaryAnnotator(new SentenceRanking(StopWords.of("en"), 1));
    }

    @Test
    void addsSpansOfSentences() {
        var document = prepare(Document.of("Red apples.\nBlue plums.\nApples, plums.\n"));
        assertThat(annotator().annotate(document).get(Layers.SUMMARY)).containsExactly(new Span(24, 38));
    }

    @Test
    void theProviderRefusesNoSentences() {
        assertThatThrownBy(() -> Settings.parse("test", "{\"most\": 0}").build(new SummaryProvider()::create))
                .hasMessage("test: most must be at least 1, got 0");
    }
}
