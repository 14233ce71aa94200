package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.IntStream;

class EditMatrixTest {

    /** The recursion of Wagner and Fischer 1974 over all cells. */
    private static int levenshtein(int[] a, int[] b) {
        var cells = new int[a.length + 1][b.length + 1];
        for (var i = 0; i <= a.length; i++) {
            for (var j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    cells[i][j] = i + j;
                } else {
                    var replaced = cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                    cells[i][j] = Math.min(replaced, 1 + Math.min(cells[i - 1][j], cells[i][j - 1]));
                }
            }
        }
        return cells[a.length][b.length];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDistanceToAShortReferenceIsLevenshteins(long seed) {
        var random = new Random(seed);
        for (var n = 0; n < 200; n++) {
            var hypothesis = words(random, 1 + random.nextInt(60));
            var reference = words(random, 1 + random.nextInt(24));
            assertThat(new EditMatrix(hypothesis, reference).distance()).isEqualTo(levenshtein(hypothesis, reference));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDistanceAfterAShiftIsThatOfTheShiftedWords(long seed) {
        var random = new Random(seed);
        for (var n = 0; n < 200; n++) {
            var hypothesis = words(random, 1 + random.nextInt(90));
            var reference = words(random, 1 + random.nextInt(90));
            var matrix = new EditMatrix(hypothesis, reference);
            for (var k = 0; k < 5; k++) {
                var shift = shift(random, hypothesis.length);
                var shifted = shift.apply(matrix.hypothesis());
                var expected = new EditMatrix(shifted, reference).distance();
                assertThat(matrix.distanceAfter(shift)).as("seed %d", seed).isEqualTo(expected);
                if (k % 2 == 1) {
                    matrix.apply(shift);
                    assertThat(matrix.hypothesis()).isEqualTo(shifted);
                    assertThat(matrix.distance()).isEqualTo(expected);
                }
            }
        }
    }

    // 30 words before what both have, and 30 behind it: what both have lies 30 cells off the diagonal, where the beam,
    // 25 wide,
    // doesn't see it. So every word is replaced, though 60 edits would do.
    @Test
    void whatBothHaveFarFromTheDiagonalIsNotSeen() {
        var hypothesis = IntStream.range(0, 110)
                .map(i -> i < 30 ? TokenNumbers.UNKNOWN : i - 30)
                .toArray();
        var reference = IntStream.range(0, 110).toArray();
        assertThat(levenshtein(hypothesis, reference)).isEqualTo(60);
        assertThat(new EditMatrix(hypothesis, reference).distance()).isEqualTo(110);
    }

    // In 0 1 x 2 3 5 against 0 1 2 3 4 5, x is deleted and 4 is inserted: to replace each word from x on would cost one
    // more.
    @Test
    void theAlignmentTellsWhichWordsAreWrongAndWhatStandsBesideThem() {
        var matrix = new EditMatrix(new int[] {0, 1, TokenNumbers.UNKNOWN, 2, 3, 5}, new int[] {0, 1, 2, 3, 4, 5});
        var alignment = matrix.alignment();
        assertThat(IntStream.range(0, 6).filter(alignment::isHypothesisWrong)).containsExactly(2);
        assertThat(IntStream.range(0, 6).filter(alignment::isReferenceWrong)).containsExactly(4);
        assertThat(IntStream.rangeClosed(0, 6).map(alignment::wordsRead)).containsExactly(0, 1, 2, 4, 5, 5, 6);
    }

    // 0 1 against 1 0: both are replaced, for that is preferred to deleting one and inserting it again.
    @Test
    void ofAlignmentsThatCostTheSameTheOneThatReplacesIsTaken() {
        var alignment = new EditMatrix(new int[] {0, 1}, new int[] {1, 0}).alignment();
        assertThat(IntStream.rangeClosed(0, 2).map(alignment::wordsRead)).containsExactly(0, 1, 2);
        assertThat(alignment.isHypothesisWrong(0)).isTrue();
        assertThat(alignment.isReferenceWrong(1)).isTrue();
    }

    private static int[] words(Random random, int length) {
        return random.ints(length, 0, 2 + random.nextInt(30)).toArray();
    }

    private static Shift shift(Random random, int size) {
        var bounds = random.ints(3, 0, size + 1).sorted().toArray();
        return new Shift(bounds[0], bounds[1], bounds[2]);
    }
}
