package org.dragoman.annotators.stems;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnowballStemmerTest {
    /** Snowball's own vocabularies: of version 2.2 where later versions differ, otherwise the current ones. */
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 2.x/english",
        "FRENCH, 2.x/french",
        "GERMAN, 2.x/german",
        "PORTER, current/porter",
        "RUSSIAN, current/russian"
    })
    void equalsSnowballOnItsOwnVocabulary(SnowballStemmer stemmer, String vocabulary) {
        var lines = TestData.lines("stemming/snowball-" + vocabulary + ".tsv");
        assertThat(lines).hasSizeGreaterThan(10_000).allSatisfy(line -> {
            var columns = line.split("\t", -1);
            assertThat(stemmer.stem(columns[0])).as(columns[0]).isEqualTo(columns[1]);
        });
    }

    /** Worked out by hand after the description of the English stemmer on Snowball's site. */
    @ParameterizedTest
    @CsvSource({"Running, run", "STUDIES, studi", "Generously, generous", "sky, sky"})
    void caseDoesNotMatter(String word, String stem) {
        assertThat(SnowballStemmer.ENGLISH.stem(word)).isEqualTo(stem);
    }

    @Test
    void aCurlyApostropheIsAnApostrophe() {
        assertThat(SnowballStemmer.ENGLISH.stem("dog’s")).isEqualTo("dog");
    }

    @Test
    void turkishHasADotlessI() {
        assertThat(SnowballStemmer.TURKISH.stem("IŞIK")).isEqualTo(SnowballStemmer.TURKISH.stem("ışık"));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(SnowballStemmer stemmer) {
        assertThat(SnowballStemmer.of(stemmer.code())).hasValue(stemmer);
    }

    @Test
    void thereIsNoStemmerForAnUnknownCode() {
        assertThat(SnowballStemmer.of("tlh")).isEmpty();
    }
}
