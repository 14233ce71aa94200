package org.dragoman.annotators.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

class SentenceAnnotatorTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return new SentenceAnnotator(SentenceSplitter.english(SentenceUnit.PARAGRAPH));
    }

    @Test
    void addsSentences() {
        var document = annotator().annotate(Document.of("Stop! Who goes there?"));
        assertThat(document.get(Layers.SENTENCES)).containsExactly(new Span(0, 5), new Span(6, 21));
    }

    @Test
    void theProviderReadsTheUnit() {
        var lines = create("{\"unit\": \"line\"}").annotate(Document.of("one\ntwo"));
        assertThat(lines.get(Layers.SENTENCES)).hasSize(2);
        var paragraphs = create("{}").annotate(Document.of("one\ntwo"));
        assertThat(paragraphs.get(Layers.SENTENCES)).hasSize(1);
    }

    @Test
    void theProviderReadsTheLanguage() {
        var german = create("{\"language\": \"de\"}").annotate(Document.of("Am 3. Mai kam er. Er ging."));
        assertThat(german.get(Layers.SENTENCES)).hasSize(2);
    }

    @Test
    void theProviderReportsAllThatIsWrong() {
        assertThatThrownBy(() -> create("{\"unit\": \"page\", \"language\": \"xx\", \"lines\": true}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("language must be one of en, de, fr, or left out beside a model, got \"xx\"")
                .hasMessageContaining("unit must be one of paragraph, line, got \"page\"")
                .hasMessageContaining("unknown key 'lines'");
    }

    private static Annotator create(String json) {
        return Settings.parse("test", json).build(new SentenceProvider()::create);
    }
}
