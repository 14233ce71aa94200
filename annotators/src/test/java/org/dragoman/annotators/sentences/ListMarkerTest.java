package org.dragoman.annotators.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListMarkerTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.", "12)", "(3)", "4.)", "a.", "(b)", "⁃9."})
    void marksAnItem(String chunk) {
        assertThat(ListMarker.is(chunk)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.", "2024.", "ab.", "1", "1:", ""})
    void marksNoItem(String chunk) {
        assertThat(ListMarker.is(chunk)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1., 2., true",
        "9), 10), true",
        "a., b., true",
        "1., 3., false",
        "1., 2), false",
        "1., b., false",
        "2., 1., false",
        "The, 2., false"
    })
    void theNextItemHasTheNextNumberInTheSameStyle(String first, String second, boolean expected) {
        assertThat(ListMarker.isNext(first, second)).isEqualTo(expected);
    }
}
