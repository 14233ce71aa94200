package org.dragoman.annotators.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

import java.util.List;

class KeywordAnnotatorTest extends AnnotatorContract {
    private static final KeywordRanking RANKING = new KeywordRanking(StopWords.of("en"), 2, 5);

    @Override
    protected Annotator annotator() {
        return new KeywordAnnotator(RANKING, true);
    }

    @Test
    void onlyNounsAndAdjectivesCountWhereTagsAreUsed() {
        var document = Document.of("Cats chase mice")
                .with(Layers.SENTENCES, List.of(new Span(0, 15)))
                .with(Layers.TOKENS, List.of(new Span(0, 4), new Span(5, 10), new Span(11, 15)))
                .with(Layers.WORDS, List.of(new Word("Cats", 0), new Word("chase", 1), new Word("mice", 2)))
                .with(Layers.POS, List.of(PosTag.of("NOUN"), PosTag.of("VERB"), PosTag.of("NOUN")));
        assertThat(annotator().annotate(document).get(Layers.KEYWORDS))
                .extracting(Label::name)
                .containsExactly("Cats", "mice"); // both alone in the graph and equally strong
        assertThat(new KeywordAnnotator(RANKING, false).annotate(document).get(Layers.KEYWORDS))
                .extracting(Label::name)
                .containsExactly("chase"); // in the middle of the path
    }

    @Test
    void theProviderNamesTheLanguagesThatHaveStopWords() {
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"language\": \"xx\"}").build(new KeywordProvider()::create))
                .hasMessageStartingWith("test: language must be one of ar, bg, ")
                .hasMessageEndingWith(", got \"xx\"");
    }
}
