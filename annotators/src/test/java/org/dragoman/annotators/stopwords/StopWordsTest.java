package org.dragoman.annotators.stopwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;

class StopWordsTest {
    static Set<String> languages() {
        return StopWords.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachLanguageHasWordsAndNoComments(String language) {
        assertThat(StopWords.of(language).words())
                .hasSizeGreaterThan(20)
                .noneMatch(word -> word.isBlank() || word.contains("|") || word.contains("#") || word.contains(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "en, the",
        "en, THE",
        "en, don't",
        "en, don’t",
        "de, und",
        "fr, avec",
        "cs, aby",
        "ru, что",
        "nb, ikke",
        "th, และ"
    })
    void knowsFrequentWords(String language, String word) {
        assertThat(StopWords.of(language).contains(word)).isTrue();
    }

    @Test
    void doesNotKnowOthers() {
        assertThat(StopWords.of("en").contains("house")).isFalse();
        assertThat(StopWords.NONE.contains("the")).isFalse();
        assertThat(StopWords.of(List.of("Foo")).contains("foo")).isTrue();
    }

    @Test
    void namesTheLanguagesThereAre() {
        assertThat(StopWords.languages()).hasSize(40);
        assertThatThrownBy(() -> StopWords.of("xx"))
                .hasMessageStartingWith(
                        "there are no stop words for \"xx\"; the languages that have some are ar, bg, ");
    }
}
