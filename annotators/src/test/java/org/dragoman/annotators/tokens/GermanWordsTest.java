package org.dragoman.annotators.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanWordsTest {
    @ParameterizedTest
    @CsvSource({
        "zum, zu|dem",
        "Zur, Zu|der",
        "IM, IN|DEM",
        "ins, in|das",
        "fürs, für|das",
        "Übers, Über|das",
        "Haus, Haus",
        "da, da"
    })
    void splitsFusedPrepositions(String token, String words) {
        assertThat(String.join("|", new GermanWords().split(token))).isEqualTo(words);
    }
}
