package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerCaseTest {

    // Right-hand sides: str.lower() of Python 3.11.7.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Straße ÄÖÜ ẞ, straße äöü ß",
                "İI, i̇i",
                "ΟΔΟΣ, οδος",
                "ΟΔΟΣ ΣΟΦΟΣ, οδος σοφος",
                "Σ, σ",
                "ΑΣ1, ας1",
                "A1Σ, a1σ",
                "1Σ, 1σ",
                "ΑΣ.Α, ασ.α",
                "Α.Σ, α.ς",
                "aΣ', aς'",
                "aΣ'b, aσ'b",
                "Α\u00ADΣ, α\u00ADς",
                "ΑΣΣ, ασς",
                "𝒜Σ, 𝒜ς",
                "𐐀Σ𐐀, 𐐨σ𐐨"
            })
    void itIsThatOfPython(String text, String expected) {
        assertThat(LowerCase.of(text)).isEqualTo(expected);
    }
}
