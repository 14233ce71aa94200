package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.eval.Metric;
import org.dragoman.eval.MetricContract;
import org.dragoman.eval.Segment;
import org.junit.jupiter.api.Test;

import java.util.List;

class ChrfTest extends MetricContract<ChrfStatistics, ChrfScore> {

    @Override
    protected Metric<ChrfStatistics, ChrfScore> metric() {
        return new Chrf(ChrfConfig.CHRF_PLUS_PLUS);
    }

    @Override
    protected double perfect() {
        return 100;
    }

    /** By hand: 1-grams match 1 of 2 and 1 of 1, F2 = 5 * 0.5 * 1 / (4 * 0.5 + 1) = 5/6 . */
    @Test
    void recallWeighsMoreThanPrecision() {
        var chrf = new Chrf(ChrfConfig.CHRF.withCharacterOrder(1));
        assertThat(chrf.score(new Segment("ab", "a")).value()).isCloseTo(100 * 2.5 / 3, within(1e-12));
        assertThat(chrf.score(new Segment("a", "ab")).value()).isCloseTo(100 * 2.5 / 4.5, within(1e-12));
    }

    @Test
    void hypothesesWithNothingInCommonOrEmptyScoreZero() {
        assertThat(metric().score(new Segment("abc", "xyz")).value()).isZero();
        assertThat(metric().score(new Segment("", "xyz")).value()).isZero();
        assertThat(metric().score(new Segment("abc", "")).value()).isZero();
    }

    @Test
    void theBestReferenceCounts() {
        var score = metric().score(new Segment("ein Haus", List.of("eine Maus", "ein Haus")));
        assertThat(score.value()).isEqualTo(100);
    }

    @Test
    void theNameTellsBetaAndWords() {
        assertThat(metric().score(new Segment("a", "a")).format(1)).isEqualTo("chrF2++ = 100.0");
        assertThat(new Chrf(ChrfConfig.CHRF.withBeta(3))
                        .score(new Segment("a", "a"))
                        .name())
                .isEqualTo("chrF3");
    }

    @Test
    void refusesOrdersThatDoNotExist() {
        assertThatThrownBy(() -> ChrfConfig.CHRF.withCharacterOrder(0))
                .hasMessage("characterOrder of chrF must be at least 1, got 0");
        assertThatThrownBy(() -> ChrfConfig.CHRF.withBeta(0)).hasMessage("beta of chrF must be at least 1, got 0");
    }

    @Test
    void refusesStatisticsOfOtherOrders() {
        var other = new Chrf(ChrfConfig.CHRF).statistics(new Segment("a", "b"));
        assertThatThrownBy(() -> metric().score(other))
                .hasMessage("statistics must have the orders of the settings, 6 and 2, got 6 together");
    }
}
