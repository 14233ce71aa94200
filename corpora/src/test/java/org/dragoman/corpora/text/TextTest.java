package org.dragoman.corpora.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5 and 1.234,5 | 12345 12345",
                "10:30, 3. May 2020 | 1030 2020 3",
                "5 000 | 5000",
                "5\u00A0000 | 5000",
                "no. | ''",
                "٣٤ | ٣٤"
            })
    void numbersLoseTheMarksBetweenTheirDigits(String text, String numbers) {
        assertThat(String.join(" ", Numbers.in(text))).isEqualTo(numbers);
    }

    /** re.findall(r"(?u)\b\w\w+\b", ...) in Python 3.11.7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a dog's U.S. 42 x² _ __ | dog 42 x² __", "𝒜𝒷 犬 東京 e\u0301te | 𝒜𝒷 東京 te", "'' | ''"})
    void wordsAreThoseOfPython(String text, String words) {
        assertThat(String.join(" ", WordRuns.in(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  Hello, WORLD! | hello world",
                "ﬁne\u00A0 — day… | fine day",
                "'?!' | '?!'",
                "' … ' | ' … '",
                "ＡＢ１ | ab1"
            })
    void theNormalizedKeyIgnoresCasePunctuationAndSpacing(String text, String key) {
        assertThat(TextKey.NORMALIZED.of(text)).isEqualTo(key);
        assertThat(TextKey.EXACT.of(text)).isEqualTo(text);
    }

    /**
     * In Python 3.11.7: {@code int.from_bytes(hashlib.sha256(struct.pack(">q", 7) + "Zoë".encode()).digest()[:8], "big", signed=True)}, and
     * the same of {@code "Zoë".encode() + b"\xff" + b"b"}.
     */
    @Test
    void theHashIsTheBeginningOfSha256() {
        assertThat(new ContentHash(7).of("Zoë")).isEqualTo(-8844720604264050167L);
        assertThat(new ContentHash(7).of("Zoë", "b")).isEqualTo(-217774116714834385L);
        assertThat(new ContentHash(8).of("Zoë")).isNotEqualTo(-8844720604264050167L);
    }
}
