package org.dragoman.annotators.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.Random;

class LuceneStemmerTest {
    /** Worked out by hand after the rules of Harman 1991 (How Effective Is Suffixing?, table 1). */
    @ParameterizedTest
    @CsvSource({
        "Queries, query",
        "phrases, phrase",
        "kings, king",
        "corpus, corpus",
        "stress, stress",
        "serious, serious"
    })
    void theMinimalStemmerOfEnglishTakesOffPlurals(String word, String stem) {
        assertThat(LuceneStemmer.ENGLISH_MINIMAL.stem(word)).isEqualTo(stem);
    }

    /** Krovetz's stems are dictionary words. */
    @ParameterizedTest
    @CsvSource({"CITIES, city", "running, running", "aircraft, aircraft"})
    void krovetzFindsWords(String word, String stem) {
        assertThat(LuceneStemmer.ENGLISH_KSTEM.stem(word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(LuceneStemmer stemmer) {
        assertThat(LuceneStemmer.of(stemmer.code())).hasValue(stemmer);
        assertThat(Stemmers.named(stemmer.code())).isSameAs(stemmer);
    }

    @ParameterizedTest
    @EnumSource
    void stemsWhateverComesTheSameWayTwice(LuceneStemmer stemmer) {
        for (var word : RandomText.of(new Random(3), 2000).split("\\s+")) {
            var stem = stemmer.stem(word);
            assertThat(stemmer.stem(word)).isEqualTo(stem);
            assertThat(stem.isEmpty()).isEqualTo(word.isEmpty());
        }
    }

    @Test
    void allNamesAreDifferent() {
        assertThat(new HashSet<>(Stemmers.names()))
                .hasSameSizeAs(Stemmers.names())
                .hasSize(33 + 34);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> Stemmers.named("en-kstm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no stemmer 'en-kstm'; did you mean 'en-kstem'?");
    }
}
