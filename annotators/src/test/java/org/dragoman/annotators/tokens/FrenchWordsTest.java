package org.dragoman.annotators.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class FrenchWordsTest {
    private final FrenchWords splitter = new FrenchWords();

    @ParameterizedTest
    @CsvSource({
        "du, de|le",
        "Des, De|les",
        "AUX, À|LES",
        "auquel, à|lequel",
        "Desquelles, De|lesquelles",
        "de, de",
        "dur, dur"
    })
    void splitsFusedPrepositions(String token, String words) {
        assertThat(String.join("|", splitter.split(token))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "le prix des maisons, de|les",
        "la plupart des gens, de|les",
        "avec des amis, des",
        "Des amis viennent, Des",
        "il faut manger des pommes, des",
        "ils vendent des fleurs, des"
    })
    void desIsAnArticleAfterVerbsAndPrepositions(String sentence, String words) {
        var tokens = List.of(sentence.split(" "));
        var index = tokens.contains("Des") ? 0 : tokens.indexOf("des");
        assertThat(String.join("|", splitter.split(tokens, index))).isEqualTo(words);
    }
}
