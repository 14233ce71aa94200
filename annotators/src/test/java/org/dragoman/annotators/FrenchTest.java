package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Word;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.Test;

class FrenchTest extends AnnotatorContract {
    @Override
    protected Annotator annotator() {
        return French.pipeline();
    }

    @Test
    void analysesAText() {
        var document = French.pipeline().process(Document.of("L'homme mange du pain. Il dort."));
        assertThat(document.get(Layers.SENTENCES)).hasSize(2);
        assertThat(document.get(Layers.WORDS).stream().map(Word::form))
                .containsExactly("L'", "homme", "mange", "de", "le", "pain", ".", "Il", "dort", ".");
        assertThat(document.get(Layers.POS).stream().map(PosTag::universal))
                .startsWith("DET", "NOUN", "VERB", "ADP", "DET", "NOUN", "PUNCT", "PRON", "VERB");
    }
}
