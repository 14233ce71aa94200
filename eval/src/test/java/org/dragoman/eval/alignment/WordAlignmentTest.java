package org.dragoman.eval.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class WordAlignmentTest {

    @Test
    void linksAreSortedAndWrittenAsTheyAreRead() {
        assertThat(WordAlignment.parse(" 2-1 0-0  10-2\t2-0 ")).hasToString("0-0 2-0 2-1 10-2");
        assertThat(WordAlignment.parse("")).hasToString("");
        assertThat(WordAlignment.parse("1-1 3-2", 1)).hasToString("0-0 2-1");
        assertThat(WordAlignment.parse("0-1 1-2").reversed()).isEqualTo(WordAlignment.parse("1-0 2-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-", "-1-2", "a-b", "1-2-3", "1:2", "9999999999-1"})
    void somethingElseIsRefused(String link) {
        assertThatThrownBy(() -> WordAlignment.parse("0-0 " + link))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a link looks like 0-2, or 0p2 if it is possible only, got \"" + link + "\"");
    }

    @Test
    void possibleLinksAreForHandMadeAlignments() {
        assertThatThrownBy(() -> WordAlignment.parse("0-0 1p1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an alignment has links such as 0-2, got \"0-0 1p1\"");
        assertThatThrownBy(() -> GoldAlignment.parse("0-1", 1))
                .hasMessage("indices of links were said to count from 1, got \"0-1\"");
    }

    private static final SoftAlignment SOFT = new SoftAlignment(
            List.of("a", "b", "c"), List.of("x", "y", "z"), new double[][] {{0.5, 0.5, 0}, {0.1, 0.2, 0.7}, {0, 0, 0}});

    @Test
    void theStrongestSourceOfEachTargetIsTheFirstOfEquals() {
        assertThat(WordAlignment.strongest(SOFT)).hasToString("0-0 2-1");
        assertThat(WordAlignment.strongest(new SoftAlignment(List.of(), List.of("x"), new double[1][0])))
                .hasToString("");
    }

    @Test
    void aThresholdMayGiveATargetSeveralSourcesOrNone() {
        assertThat(WordAlignment.above(SOFT, 0.2)).hasToString("0-0 1-0 1-1 2-1");
        assertThat(WordAlignment.above(SOFT, 0.6)).hasToString("2-1");
        assertThatThrownBy(() -> WordAlignment.above(SOFT, 0))
                .hasMessage("the threshold of links must be above 0, got 0.0");
    }

    /**
     * Worked by hand: the intersection is 1-1. It grows to 1-2, since target 2 is free, and on to 2-2, since source 2 is free. 0-4 touches
     * nothing, but both of its words are free. 4-2 touches nothing, and of its words only source 4 is free.
     */
    @ParameterizedTest
    @CsvSource({
        "INTERSECTION, 1-1",
        "UNION, 0-4 1-1 1-2 2-2 4-2",
        "GROW_DIAG, 1-1 1-2 2-2",
        "GROW_DIAG_FINAL, 0-4 1-1 1-2 2-2 4-2",
        "GROW_DIAG_FINAL_AND, 0-4 1-1 1-2 2-2"
    })
    void directionsAreMerged(Symmetrization symmetrization, String expected) {
        var forward = WordAlignment.parse("1-1 1-2 0-4");
        var backward = WordAlignment.parse("1-1 2-2 4-2");
        assertThat(symmetrization.merge(forward, backward)).hasToString(expected);
    }

    @Test
    void aPerfectAlignmentHasNoErrorsWithOrWithoutPossibleLinks() {
        var gold = GoldAlignment.parse("0-0 1p1 1p2", 0);
        assertThat(AlignmentScore.of(WordAlignment.parse("0-0"), gold).errorRate())
                .isZero();
        assertThat(AlignmentScore.of(WordAlignment.parse("0-0 1-2"), gold).errorRate())
                .isZero();
    }

    @Test
    void errorsAreCountedOverSentences() {
        var one = AlignmentScore.of(WordAlignment.parse("0-0 1-1 2-0"), GoldAlignment.parse("0-0 1p1 2-2", 0));
        var two = AlignmentScore.of(WordAlignment.parse(""), GoldAlignment.parse("0-0", 0));
        var score = one.plus(two);
        assertThat(score).isEqualTo(new AlignmentScore(3, 3, 1, 2));
        assertThat(score.precision()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(score.recall()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(score.f1()).isCloseTo(4.0 / 9, within(1e-15));
        assertThat(score.errorRate()).isCloseTo(0.5, within(1e-15)); // 1 - (1 + 2) / (3 + 3)
        assertThat(AlignmentScore.EMPTY.errorRate()).isZero();
    }
}
