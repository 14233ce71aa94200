package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.text.Example;
import org.dragoman.nmt.text.Vocabulary;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class WordDropoutTest {

    private static final Regularization THIRD = new Regularization(0, 0, 0.3, 0.3);

    private static int[] words(int count) {
        var words = new int[count];
        Arrays.fill(words, 9);
        return words;
    }

    @Test
    void hidesAsManySourceWordsAsItShouldAndNeverTheEnd() {
        var source = words(20_001);
        source[20_000] = Vocabulary.END;
        var varied = new WordDropout(THIRD, new Random(1)).source(new Example(new int[][] {source, source}, words(3)));
        var hidden = Arrays.stream(varied.source()[0])
                .filter(id -> id == Vocabulary.UNKNOWN)
                .count();
        assertThat(hidden / 20_000.0).isCloseTo(0.3, within(0.015));
        assertThat(varied.source()[0][20_000]).isEqualTo(Vocabulary.END);
        assertThat(varied.source()[1]).isEqualTo(source);
        assertThat(varied.target()).containsExactly(9, 9, 9);
        assertThat(source[0]).as("the example stays as it is").isEqualTo(9);
    }

    @Test
    void startsAndPaddingOfTargetsStay() {
        var input = new long[20_000];
        Arrays.fill(input, 9);
        input[0] = Vocabulary.START;
        Arrays.fill(input, 10_000, 20_000, Vocabulary.PADDING);
        var varied = new WordDropout(THIRD, new Random(1)).target(input);
        assertThat(varied[0]).isEqualTo(Vocabulary.START);
        assertThat(Arrays.stream(varied).skip(10_000)).containsOnly((long) Vocabulary.PADDING);
        assertThat(Arrays.stream(varied).filter(id -> id == Vocabulary.UNKNOWN).count() / 10_000.0)
                .isCloseTo(0.3, within(0.02));
    }

    @Test
    void withoutAProbabilityNothingIsCopied() {
        var example = new Example(new int[][] {{9, Vocabulary.END}}, words(1));
        var none = new WordDropout(Regularization.NONE, new Random(1));
        assertThat(none.source(example)).isSameAs(example);
        var input = new long[] {9};
        assertThat(none.target(input)).isSameAs(input);
    }

    @Test
    void refusesProbabilitiesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regularization(0, 0, 1, 0))
                .withMessage("sourceWordDropout must be at least 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regularization(0, 1.1, 0, 0))
                .withMessage("bpeDropout must be 0 to 1, got 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regularization(-1, 0, 0, 0))
                .withMessage("rDrop must be 0 or more, got -1.0");
    }
}
