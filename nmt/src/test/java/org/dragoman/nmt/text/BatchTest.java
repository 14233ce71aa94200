package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class BatchTest {
    private static final Example LONG_SOURCE = new Example(new int[][] {{7, 8, 9, 3}, {4, 5, 4, 3}}, new int[] {5});
    private static final Example LONG_TARGET = new Example(new int[][] {{7, 3}, {6, 3}}, new int[] {5, 1, 6});

    @Test
    void rowsArePaddedToTheLongest() {
        var batch = Batch.of(List.of(LONG_SOURCE, LONG_TARGET));

        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.sourceWidth()).isEqualTo(4);
        assertThat(batch.source(0)).containsExactly(7, 8, 9, 3, 7, 3, 0, 0);
        assertThat(batch.source(1)).containsExactly(4, 5, 4, 3, 6, 3, 0, 0);
        assertThat(batch.sourceLengths()).containsExactly(4, 2);
    }

    @Test
    void theTargetIsReadWithItsStartAndSaidWithItsEnd() {
        var batch = Batch.of(List.of(LONG_SOURCE, LONG_TARGET));

        assertThat(batch.targetWidth()).isEqualTo(4);
        assertThat(batch.targetInput()).containsExactly(2, 5, 0, 0, 2, 5, 1, 6);
        assertThat(batch.targetOutput()).containsExactly(5, 3, 0, 0, 5, 1, 6, 3);
        assertThat(batch.targetLengths()).containsExactly(2, 4);
        assertThat(batch.targetTokens()).isEqualTo(6);
    }

    @Test
    void anEmptyTargetIsItsEnd() {
        var batch = Batch.of(List.of(new Example(new int[][] {{3}}, new int[0])));

        assertThat(batch.targetInput()).containsExactly(2);
        assertThat(batch.targetOutput()).containsExactly(3);
        assertThat(batch.source(0)).containsExactly(3);
    }

    @Test
    void sourcesAloneMakeABatchForDecoding() {
        var sources = SourceBatch.of(List.of(LONG_SOURCE.source(), LONG_TARGET.source()));

        assertThat(sources.rows()).isEqualTo(2);
        assertThat(sources.width()).isEqualTo(4);
        assertThat(sources.factors()).isEqualTo(2);
        assertThat(sources.lengths()).containsExactly(4, 2);
        assertThat(sources.ids(1)).containsExactly(4, 5, 4, 3, 6, 3, 0, 0);
        assertThat(Batch.of(List.of(LONG_SOURCE, LONG_TARGET)).sources().ids(1)).isEqualTo(sources.ids(1));
    }

    @Test
    void refusesASourceThatIsNotWhole() {
        var target = new int[] {5};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Example(new int[0][], target))
                .withMessage("a source needs at least one factor, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Example(new int[][] {{7, 3}, {3}}, target))
                .withMessage("factor 1 of the source has 1 positions, but factor 0 has 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Example(new int[][] {{7, 3}, {7, 4}}, target))
                .withMessage("factor 1 of the source must end with 3, the number of </s>, got [7, 4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Example(new int[][] {{}}, target))
                .withMessage("factor 0 of the source must end with 3, the number of </s>, got []");
    }

    @Test
    void refusesATargetWithWhatTheBatchAdds() {
        for (int special : new int[] {-1, 0, 2, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Example(new int[][] {{3}}, new int[] {5, special}))
                    .withMessage(
                            "the target has %d at position 1, but padding, start and end are added by the batch",
                            special);
        }
    }

    @Test
    void refusesNoSourcesAndSourcesOfDifferentKinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceBatch.of(List.of()))
                .withMessage("a batch needs at least one source, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceBatch.of(List.of(new int[][] {{3}, {3}}, new int[][] {{3}})))
                .withMessage("source 1 of the batch has 1 factors, but the first has 2");
    }
}
