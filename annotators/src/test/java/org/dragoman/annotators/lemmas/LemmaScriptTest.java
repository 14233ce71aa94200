package org.dragoman.annotators.lemmas;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.lemmas.LemmaScript.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmaScriptTest {
    @ParameterizedTest
    @CsvSource({
        "dogs, dog, KEEP, s, ''",
        "Studies, study, LOWER, ies, y",
        "WASHINGTON, Washington, TITLE, '', ''",
        "tv, TV, UPPER, '', ''",
        "'1,100', 1100, WITHOUT_COMMAS, '', ''",
        "Smith, Smith, KEEP, '', ''",
        "went, go, KEEP, went, go",
        "Ärzte, Arzt, KEEP, Ärzte, Arzt"
    })
    void leadsFromAFormToItsLemma(String form, String lemma, Letters letters, String ending, String replacement) {
        var script = LemmaScript.between(form, lemma);
        assertThat(script).isEqualTo(new LemmaScript(letters, ending, replacement));
        assertThat(script.fits(form)).isTrue();
        assertThat(script.apply(form)).isEqualTo(lemma);
    }

    @ParameterizedTest
    @CsvSource({"Cities, city", "foxes, foxe", "ies, y"})
    void makesLemmasOfOtherForms(String form, String lemma) {
        var script =
                form.endsWith("ies") ? LemmaScript.between("Studies", "study") : LemmaScript.between("dogs", "dog");
        assertThat(script.apply(form)).isEqualTo(lemma);
    }

    @Test
    void doesNotFitAFormWithoutTheEndingOrOfTheEndingAlone() {
        var script = LemmaScript.between("dogs", "dog");
        assertThat(script.fits("dog")).isFalse();
        assertThat(script.fits("s")).isFalse();
    }
}
