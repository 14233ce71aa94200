package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

class CodedSubwordsTest {

    private static final Subwords WORDS = new BpeSubwords(
            new BpeLearner(0, BpeLearner.DEFAULT_MINIMUM_FREQUENCY).learn(Map.of("a", 1L)), Pretokenizer.NONE);

    private static CodedSubwords subwords(Optional<String> chosen) {
        return new CodedSubwords(WORDS, new TreeSet<>(Set.of(">>deu<<", ">>fra<<")), chosen);
    }

    @Test
    void aChosenCodeStandsInFrontAndForNoCharacter() {
        var pieces = subwords(Optional.of(">>fra<<")).split("a b");

        assertThat(pieces)
                .containsExactly(
                        new Piece(">>fra<<", new Span(0, 0)),
                        new Piece("a", new Span(0, 1)),
                        new Piece("b", new Span(2, 3)));
    }

    @Test
    void aCodeInTheTextCountsMoreAndStandsForItself() {
        var pieces = subwords(Optional.of(">>fra<<")).split(">>deu<< a");

        assertThat(pieces).containsExactly(new Piece(">>deu<<", new Span(0, 7)), new Piece("a", new Span(8, 9)));
    }

    @Test
    void whatIsNoCodeOfTheModelIsText() {
        var pieces = subwords(Optional.empty()).split(">>ita<< a");

        assertThat(pieces.stream().map(Piece::text)).doesNotContain(">>ita<<");
        assertThat(pieces.get(0).span()).isEqualTo(new Span(0, 1));
    }

    @Test
    void aSentenceOfWhiteSpaceHasNoPieces() {
        assertThat(subwords(Optional.of(">>fra<<")).split("  ")).isEmpty();
        assertThat(subwords(Optional.empty()).split(">>fra<<  ")).isEmpty();
    }

    @Test
    void targetsHaveNoCode() {
        assertThat(subwords(Optional.of(">>fra<<")).splitTarget("a").stream().map(Piece::text))
                .containsExactly("a");
        assertThat(subwords(Optional.of(">>fra<<")).join(List.of("a"))).isEqualTo("a");
    }

    @Test
    void refusesACodeThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> subwords(Optional.of(">>ita<<")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the code >>ita<< is none of >>deu<<, >>fra<<");
    }
}
