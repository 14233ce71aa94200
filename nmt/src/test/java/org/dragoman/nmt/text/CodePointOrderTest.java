package org.dragoman.nmt.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class CodePointOrderTest {
    @Test
    void ordersAsTheBytesOfUtf8() {
        var random = new Random(7);
        var starts = List.of("", "a", "\uFFED", "😀", "\uD7FF", "\uE000");
        for (int i = 0; i < 20_000; i++) {
            var start = starts.get(random.nextInt(starts.size()));
            var left = start + RandomText.of(random, random.nextInt(3));
            var right = start + RandomText.of(random, random.nextInt(3));

            int expected = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
            assertThat(Integer.signum(CodePointOrder.CODE_POINTS.compare(left, right)))
                    .as("%s and %s", left, right)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    @Test
    void comparesSecondHalvesOfSurrogatePairsByTheWholeCharacter() {
        assertThat(CodePointOrder.CODE_POINTS.compare("😀", "😁")).isNegative();
        assertThat(CodePointOrder.CODE_POINTS.compare("😀", "\uFFED")).isPositive();
        assertThat(CodePointOrder.CODE_POINTS.compare("😀", "😀a")).isNegative();
    }
}
