package org.dragoman.annotators.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhiteSpaceTest {
    @ParameterizedTest
    @CsvSource({"'a b', 0", "'\n', 1", "'\r\n', 1", "'\n\r', 2", "'\r\n\r\n', 2", "'\n \n', 2", "'\u0085\u2028', 2"})
    void carriageReturnAndLineFeedTogetherAreOneLineEnd(String text, int expected) {
        assertThat(WhiteSpace.lineEnds(text, 0, text.length())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'\n\n', false", "'\f', true", "'\u2029', true", "' ', false"})
    void formFeedAndParagraphSeparatorEndAParagraphAlone(String text, boolean expected) {
        assertThat(WhiteSpace.hasParagraphEnd(text, 0, text.length())).isEqualTo(expected);
    }
}
