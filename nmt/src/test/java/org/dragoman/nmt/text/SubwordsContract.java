package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** What every kind of {@link Subwords} must do; its test extends this. */
public abstract class SubwordsContract {
    protected abstract Subwords subwords();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesJoinToTheSentenceButForItsWhiteSpace(long seed) {
        var sentence = RandomText.of(new Random(seed), 200)
                .replaceAll("\\p{IsWhite_Space}+", " ")
                .strip();

        assertThat(subwords().join(texts(sentence))).as("seed %d", seed).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void spansAreInOrderAndCoverAllButWhiteSpace(long seed) {
        var sentence = RandomText.of(new Random(seed), 200).replaceAll("\\p{IsWhite_Space}+", " ");
        var covered = new StringBuilder();
        int end = 0;
        for (var piece : subwords().split(sentence)) {
            assertThat(piece.span().start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
            covered.append(piece.span().textIn(sentence));
            end = piece.span().end();
        }
        assertThat(covered.toString()).as("seed %d", seed).isEqualTo(sentence.replace(" ", ""));
    }

    @Test
    void whiteSpaceHasNoPieces() {
        assertThat(subwords().split("")).isEmpty();
        assertThat(subwords().split("  ")).isEmpty();
        assertThat(subwords().join(List.of())).isEmpty();
    }

    /** The texts of the pieces of a sentence. */
    protected List<String> texts(String sentence) {
        return subwords().split(sentence).stream().map(Piece::text).toList();
    }
}
