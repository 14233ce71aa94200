package org.dragoman.annotators.lemmas;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.PosTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lemmas are those of a German dictionary. */
class GermanLemmatizerTest {
    private final Lemmatizer lemmatizer = GermanLemmatizer.open();

    @ParameterizedTest
    @CsvSource({
        "Häuser, NOUN, Haus",
        "Städten, NOUN, Stadt",
        "München, PROPN, München",
        "USA, PROPN, USA",
        "ging, VERB, gehen",
        "War, AUX, sein",
        "großen, ADJ, groß",
        "Der, DET, der",
        "dem, DET, der",
        "Und, CCONJ, und",
        "1987, NUM, 1987",
        "., PUNCT, ."
    })
    void nounsAndNamesKeepTheirCapitals(String form, String tag, String lemma) {
        assertThat(lemmatizer.lemma(form, PosTag.of(tag))).isEqualTo(lemma);
    }
}
