package org.dragoman.corpora.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.text.WhiteSpace;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class StatisticsTest {

    private static TextStatistics of(int ngrams, String... lines) {
        var statistics = new TextStatistics(WhiteSpace::split, ngrams);
        for (var line : lines) {
            statistics.add(line);
        }
        return statistics;
    }

    @Test
    void tokensTypesAndHapaxesAreCounted() {
        var text = of(1, "a b a", "", "c a");
        assertThat(text.lines()).isEqualTo(3);
        assertThat(text.emptyLines()).isEqualTo(1);
        assertThat(text.tokens().tokens()).isEqualTo(5);
        assertThat(text.tokens().types()).isEqualTo(3);
        assertThat(text.tokens().hapaxes()).isEqualTo(2);
        assertThat(text.typeTokenRatio()).isEqualTo(3.0 / 5);
        assertThat(text.tokens().mostFrequent(2))
                .containsExactly(new TokenCounts.Frequency("a", 3), new TokenCounts.Frequency("b", 1));
    }

    @Test
    void ngramsStayInTheirLine() {
        var text = of(2, "a b", "a b c", "c");
        assertThat(text.ngrams(2).tokens()).isEqualTo(3);
        assertThat(text.ngrams(2).count("a b")).isEqualTo(2);
        assertThat(text.ngrams(2).count("b a")).isZero();
    }

    /** By hand: lengths 1, 2, 2, 5 have mean 2.5, variance (2.25 + 0.25 + 0.25 + 6.25) / 4 = 2.25, and three quarters lie below 2.75. */
    @Test
    void lengthsHaveMeanDeviationAndPercentiles() {
        var lengths = of(1, "a", "a b", "b a", "a b c d e").lengths();
        assertThat(lengths.counts()).isEqualTo(Map.of(1.0, 1L, 2.0, 2L, 5.0, 1L));
        assertThat(lengths.mean()).isEqualTo(2.5);
        assertThat(lengths.standardDeviation()).isEqualTo(1.5);
        assertThat(lengths.percentile(0)).isEqualTo(1);
        assertThat(lengths.percentile(50)).isEqualTo(2);
        assertThat(lengths.percentile(75)).isEqualTo(2.75);
        assertThat(lengths.percentile(100)).isEqualTo(5);
    }

    @Test
    void nothingHasNoMean() {
        var text = of(1);
        assertThat(text.lengths().mean()).isNaN();
        assertThat(text.lengths().percentile(50)).isNaN();
        assertThat(text.typeTokenRatio()).isNaN();
        assertThat(text.tokens().mostFrequent(3)).isEmpty();
    }

    @Test
    void ratiosLeaveOutEmptySides() {
        var pairs = new PairStatistics(WhiteSpace::split, 1);
        pairs.add(new SentencePair("a b", "a b c"));
        pairs.add(new SentencePair("a", ""));
        pairs.add(new SentencePair("", "a"));
        assertThat(pairs.lengthRatios().counts()).isEqualTo(Map.of(1.5, 1L));
        assertThat(pairs.source().lines()).isEqualTo(3);
        assertThat(pairs.target().tokens().tokens()).isEqualTo(4);
    }

    /** 120 / r for r = 1 to 5 is Zipf's law itself, with exponent 1. */
    @Test
    void zipfsLawIsFound() {
        var fit = ZipfFit.of(new long[] {120, 60, 40, 30, 24}, 1, 100);
        assertThat(fit.exponent()).isCloseTo(1, within(1e-12));
        assertThat(fit.constant()).isCloseTo(120, within(1e-9));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
        assertThat(fit.toRank()).isEqualTo(5);
        assertThatThrownBy(() -> ZipfFit.of(new long[] {3}, 1, 10))
                .hasMessage("a line needs two ranks or more, got ranks 1 to 10 of 1 types");
    }

    @Test
    void ranksOfAFrequencyArePutTogether() {
        assertThat(RankFrequency.of(7, 3, 3, 1, 1, 1))
                .containsExactly(new RankFrequency(1, 1, 7), new RankFrequency(2, 3, 3), new RankFrequency(4, 6, 1));
        assertThat(RankFrequency.of()).isEmpty();
    }

    @Test
    void unseenWordsAreCountedAsTokensAndTypes() {
        var unseen = Unseen.of(of(1, "a b b c c c").tokens(), Set.of("a", "b", "z"));
        assertThat(unseen).isEqualTo(new Unseen(6, 3, 3, 1));
        assertThat(unseen.tokenRate()).isEqualTo(0.5);
        assertThat(unseen.typeRate()).isEqualTo(1.0 / 3);
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> of(0)).hasMessage("the order of n-grams must be 1 or more, got 0");
        assertThatThrownBy(() -> of(1, "a").lengths().percentile(101))
                .hasMessage("a percentile must be from 0 to 100, got 101.0");
        assertThatThrownBy(() -> new Distribution().add(Double.NaN))
                .hasMessage("a distribution is of numbers, got NaN");
    }
}
