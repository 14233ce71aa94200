package org.dragoman.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

class RandomTextTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 500})
    void hasTheLengthAskedFor(int length) {
        assertThat(RandomText.of(new Random(1), length)).hasSize(length);
        assertThat(RandomText.withUnpairedSurrogates(new Random(1), length)).hasSize(length);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(RandomText.of(new Random(5), 200)).isEqualTo(RandomText.of(new Random(5), 200));
    }

    @Test
    void reachesEveryKindOfCharacterButLoneSurrogates() {
        var text = LongStream.range(0, 50)
                .mapToObj(seed -> RandomText.of(new Random(seed), 400))
                .collect(Collectors.joining());
        var types = text.codePoints().map(Character::getType).boxed().collect(Collectors.toSet());
        assertThat(types)
                .contains(
                        (int) Character.UPPERCASE_LETTER,
                        (int) Character.OTHER_LETTER,
                        (int) Character.NON_SPACING_MARK,
                        (int) Character.FORMAT,
                        (int) Character.CONTROL,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.OTHER_SYMBOL,
                        (int) Character.UNASSIGNED)
                .doesNotContain((int) Character.SURROGATE);
        assertThat(text).contains("\r\n", "\u2029", "\ufeff", "👩‍👩‍👧");
    }

    @Test
    void hasLoneSurrogatesOnlyWhereAskedFor() {
        var text = RandomText.withUnpairedSurrogates(new Random(1), 400);
        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                .isNotEmpty();
    }
}
