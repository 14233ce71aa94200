package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormTest {
    @ParameterizedTest
    @CsvSource({
        "Paris, Xx, Xxxxx",
        "McDonald, XxXx, XxXxxxx",
        "12.50, d.d, dd.dd",
        "U.S., X.X., X.X.",
        "Ärger, Xx, Xxxxx",
        "antidisestablishment, x, xxxx",
        "€5, ?d, ?d"
    })
    void theShapeKeepsTheKindsOfCharacters(String form, String shape, String longShape) {
        var word = WordForm.of(form);
        assertThat(word.shape()).isEqualTo(Hash.of(shape));
        assertThat(word.longShape()).isEqualTo(Hash.of(longShape));
    }

    @Test
    void digitsAndApostrophesAreMadeEqual() {
        assertThat(WordForm.lowerOf("In 1984")).isEqualTo("in 0000");
        assertThat(WordForm.lowerOf("N’T")).isEqualTo("n't");
    }

    @Test
    void affixesOfAShortWordAreTheWord() {
        var word = WordForm.of("Ab");
        assertThat(word.prefixes())
                .containsExactly(
                        Hash.of("a"), Hash.of("ab"), Hash.of("ab"), Hash.of("ab"), Hash.of("ab"), Hash.of("ab"));
        assertThat(word.suffixes()[0]).isEqualTo(Hash.of("b"));
    }
}
