package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.sentences.SentenceUnit;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Word;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** The ready pipeline keeps the contract of annotators too. */
class EnglishTest extends AnnotatorContract {
    private static final String TEXT = "Dr. Smith doesn't like dogs. They bark!";

    @Override
    protected Annotator annotator() {
        return English.pipeline();
    }

    @Test
    void analysesAText() {
        var document = English.pipeline().process(Document.of(TEXT));
        assertThat(document.get(Layers.SENTENCES).stream().map(span -> span.textIn(TEXT)))
                .containsExactly("Dr. Smith doesn't like dogs.", "They bark!");
        assertThat(document.get(Layers.WORDS).stream().map(Word::form))
                .containsExactly("Dr.", "Smith", "does", "n't", "like", "dogs", ".", "They", "bark", "!");
        assertThat(document.get(Layers.POS).stream().map(PosTag::universal))
                .containsExactly("PROPN", "PROPN", "AUX", "PART", "VERB", "NOUN", "PUNCT", "PRON", "VERB", "PUNCT");
        assertThat(document.get(Layers.LEMMAS))
                .containsExactly("Dr.", "Smith", "do", "not", "like", "dog", ".", "they", "bark", "!");
        assertThat(document.get(Layers.STEMS))
                .containsExactly("dr.", "smith", "doe", "n't", "like", "dog", ".", "they", "bark", "!");
        assertThat(document.get(Layers.ENTITIES))
                .singleElement()
                .satisfies(entity -> assertThat(entity.type()).isEqualTo("PER"))
                .satisfies(entity -> assertThat(entity.span().textIn(TEXT)).contains("Smith"));
        assertThat(document.get(Layers.SENTIMENT)).hasSize(2);
        assertThat(document.has(Layers.DOCUMENT_SENTIMENT)).isTrue();
    }

    @Test
    void keepsALineALineIfAskedTo() {
        var document = English.pipeline(SentenceUnit.LINE).process(Document.of("one\ntwo"));
        assertThat(document.get(Layers.SENTENCES)).hasSize(2);
    }

    @Test
    void itsStepsAreFoundByName() {
        assertThat(ServiceLoader.load(AnnotatorProvider.class).stream()
                        .map(provider -> provider.get().name()))
                .contains("sentences", "tokens", "pos", "lemmas", "stems", "entities", "sentiment");
    }

    @Test
    void aPipelineFileGivesTheSamePipeline(@TempDir Path folder) throws IOException {
        var file = folder.resolve("english.json");
        Files.writeString(
                file,
                "{\"steps\": [\"sentences\", \"tokens\", \"pos\", \"lemmas\", {\"annotator\": \"stems\", \"language\": \"en\"},"
                        + " \"entities\", \"sentiment\"]}");
        try (var pipeline = Pipeline.read(file)) {
            var document = Document.of(TEXT);
            assertThat(pipeline.process(document)).isEqualTo(English.pipeline().process(document));
        }
    }
}
