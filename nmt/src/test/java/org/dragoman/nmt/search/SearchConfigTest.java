package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class SearchConfigTest {

    @Test
    void namesEverythingThatIsOutOfRange() {
        assertThatThrownBy(() -> new SearchConfig(
                        0, 2, -1, -2, 0, new LengthPenalty.None(), SearchRules.DEFAULT, new Alignments.None()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "search: width must be at least 1, got 0; nBest must be 1 to width (0), got 2; maxRatio must be "
                                + "0 or more and finite, got -1.0; maxExtra must be 0 or more, got -2; maxTokens must be at least "
                                + "1, got 0");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 3, 100, 5, 10", "1.5, 3, 9, 5, 9", "0, 0, 100, 5, 1", "2, 0, 100, 4, 8", "0, 7, 100, 0, 7"})
    void greatestLengthGrowsWithTheSourceUpToABound(double ratio, int extra, int tokens, int source, int expected) {
        assertThat(SearchConfig.DEFAULT.withLimits(ratio, extra, tokens).maxLength(source))
                .isEqualTo(expected);
    }

    @Test
    void greatestLengthDoesNotOverflow() {
        var config = SearchConfig.DEFAULT.withLimits(1e8, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(config.maxLength(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aNarrowerBeamReturnsFewer() {
        assertThat(SearchConfig.DEFAULT.withNBest(5).withWidth(3).nBest()).isEqualTo(3);
        assertThat(SearchConfig.GREEDY.width()).isEqualTo(1);
    }

    @Test
    void penaltyOfGnmtIsThatOfEquation14() {
        // ((5 + 7) / 6)^0.5 = 2^0.5, ((5 + 1) / 6)^x = 1
        assertThat(new LengthPenalty.Gnmt(0.5).of(7)).isCloseTo(1.414213562, within(1e-9));
        assertThat(new LengthPenalty.Gnmt(0.5).of(1)).isEqualTo(1);
        assertThat(new LengthPenalty.Average(0.5).of(16)).isEqualTo(4);
        assertThat(new LengthPenalty.None().of(16)).isEqualTo(1);
    }

    @Test
    void refusesAPenaltyThatFallsWithTheLength() {
        assertThatThrownBy(() -> new LengthPenalty.Gnmt(-0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length penalty alpha must be 0 or more and finite, got -0.5");
        assertThatThrownBy(() -> new LengthPenalty.Average(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length penalty alpha must be 0 or more and finite, got NaN");
    }

    @Test
    void refusesAnEndMarkerThatIsNeverGenerated() {
        assertThatThrownBy(() -> new Markers(2, 3, Set.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the end marker 3 is among the ids never generated [3]");
    }

    @Test
    void refusesALayerBelowTheFirst() {
        assertThatThrownBy(() -> new Alignments.Layer(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alignment layer must be 0 or more, got -1");
    }
}
