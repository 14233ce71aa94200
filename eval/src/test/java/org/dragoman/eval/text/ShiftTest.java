package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.stream.Collectors;

class ShiftTest {

    // Right-hand sides: _perform_shift("abcdefg", start, length, target) of sacreBLEU 2.6.0's lib_ter.
    @ParameterizedTest
    @CsvSource({
        "2, 2, 0, cdabefg",
        "2, 2, 1, acdbefg",
        "2, 2, 2, abcdefg",
        "2, 2, 3, abecdfg",
        "2, 2, 4, abefcdg",
        "2, 2, 5, abecdfg",
        "2, 2, 7, abefgcd",
        "4, 2, 6, abcdgef",
        "3, 4, 6, abcdefg",
        "0, 1, 7, bcdefga"
    })
    void itIsThatOfTercom(int start, int length, int target, String expected) {
        var shift = Shift.of(start, length, target, 7);
        var shifted = shift.apply("abcdefg".chars().toArray());
        assertThat(asText(shifted)).isEqualTo(expected);
        assertThat(shift.isIdle()).isEqualTo(expected.equals("abcdefg"));
    }

    private static String asText(int[] characters) {
        return Arrays.stream(characters).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
