package org.dragoman.annotators.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphemesTest {
    @ParameterizedTest
    @ValueSource(strings = {"e\u0301", "👍🏽", "👩‍👩‍👧", "🇩🇪", "❤️", "𝒜", "q\u0307\u0323", "कि"})
    void whatIsOneCharacterToAReaderHasNoBorderInside(String character) {
        for (var i = 1; i < character.length(); i++) {
            assertThat(Graphemes.isBorder(character, i)).as("offset %d", i).isFalse();
        }
    }

    @Test
    void thereAreBordersBetweenCharactersAndAtTheEnds() {
        assertThat(Graphemes.isBorder("ab", 0)).isTrue();
        assertThat(Graphemes.isBorder("ab", 1)).isTrue();
        assertThat(Graphemes.isBorder("ab", 2)).isTrue();
        assertThat(Graphemes.isBorder("👍👍", 2)).isTrue();
    }

    @Test
    void aSurrogateWithoutPartnerIsACharacter() {
        assertThat(Graphemes.isBorder("\ud83d\ud83d", 1)).isTrue();
        assertThat(Graphemes.isBorder("\udc4d\ud83d", 1)).isTrue();
    }
}
