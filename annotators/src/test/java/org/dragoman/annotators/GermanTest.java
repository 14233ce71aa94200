package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Word;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

class GermanTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return German.pipeline();
    }

    @Test
    void analysesAText() {
        var document = German.pipeline().process(Document.of("Die Kinder gingen zum Haus. Es war groß."));
        assertThat(document.get(Layers.SENTENCES)).hasSize(2);
        assertThat(document.get(Layers.WORDS).stream().map(Word::form))
                .containsExactly("Die", "Kinder", "gingen", "zu", "dem", "Haus", ".", "Es", "war", "groß", ".");
        assertThat(document.get(Layers.POS).stream().map(PosTag::universal))
                .startsWith("DET", "NOUN", "VERB", "ADP", "DET", "NOUN", "PUNCT");
        assertThat(document.get(Layers.LEMMAS))
                .startsWith("der", "Kind", "gehen", "zu", "der", "Haus", ".", "es", "sein", "groß");
    }
}
