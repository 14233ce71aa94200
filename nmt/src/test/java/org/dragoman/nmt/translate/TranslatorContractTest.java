package org.dragoman.nmt.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.testing.AnnotatorContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TranslatorContractTest extends AnnotatorContract {

    private static Translator translator;

    @BeforeAll
    static void build() {
        translator = new Translator(UntrainedModel.make(), UntrainedModel.CONFIG);
    }

    @AfterAll
    static void close() {
        translator.close();
    }

    @Override
    protected Annotator annotator() {
        return translator;
    }

    @Override
    protected int randomTextLength() {
        return 60;
    }

    /** Texts must be the same; scores may differ in the last digits with the batch. */
    @Override
    protected void assertSame(Document actual, Document expected) {
        var translation = expected.get(Layers.TRANSLATION).get("de");
        var again = actual.get(Layers.TRANSLATION).get("de");
        assertThat(again.target().text()).isEqualTo(translation.target().text());
        assertThat(again.target().get(Layers.TOKENS))
                .isEqualTo(translation.target().get(Layers.TOKENS));
        assertThat(actual.without(Layers.TRANSLATION)).isEqualTo(expected.without(Layers.TRANSLATION));
    }
}
