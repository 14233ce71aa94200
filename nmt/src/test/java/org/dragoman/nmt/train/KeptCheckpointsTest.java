package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.train.TrainingConfig.AverageOf;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Losses of 5, 2, 4, 1 and 3 at the steps 10 to 50, and BLEU the other way round; then two updates. */
class KeptCheckpointsTest {

    private static final List<Long> ALL = List.of(10L, 20L, 30L, 40L, 50L, 52L);

    private static KeptCheckpoints with(
            Criterion metric, int average, AverageOf averageOf, int keepLast, int keepBest) {
        var limits = new TrainingConfig.Limits(
                100, 0, metric, 10, 1, 5, average, averageOf, keepLast, keepBest, 1, 1, "cpu");
        var progress = new Progress(
                52,
                Progress.Place.START,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                List.of(validated(10, 5), validated(20, 2), validated(30, 4), validated(40, 1), validated(50, 3)));
        return new KeptCheckpoints(limits, progress);
    }

    private static Progress.Validated validated(long step, double loss) {
        return new Progress.Validated(step, loss, loss, Double.NaN);
    }

    @Test
    void keepsTheNewestTheBestAndTheLast() {
        assertThat(with(Criterion.LOSS, 1, AverageOf.LAST, 1, 1).kept(ALL)).containsExactly(40L, 50L, 52L);
        assertThat(with(Criterion.BLEU, 1, AverageOf.LAST, 1, 1).kept(ALL)).containsExactly(10L, 50L, 52L);
        assertThat(with(Criterion.LOSS, 1, AverageOf.LAST, 2, 3).kept(ALL)).containsExactly(20L, 40L, 50L, 52L);
    }

    @Test
    void keepsWhatWillBeAveraged() {
        assertThat(with(Criterion.LOSS, 3, AverageOf.LAST, 1, 1).kept(ALL)).containsExactly(30L, 40L, 50L, 52L);
        assertThat(with(Criterion.BLEU, 3, AverageOf.BEST, 1, 1).kept(ALL)).containsExactly(10L, 30L, 50L, 52L);
    }

    @Test
    void averagesTheLastOrTheBestInTheirOrder() {
        assertThat(with(Criterion.LOSS, 3, AverageOf.LAST, 1, 1).averaged(ALL)).containsExactly(30L, 40L, 50L);
        assertThat(with(Criterion.LOSS, 3, AverageOf.BEST, 1, 1).averaged(ALL)).containsExactly(20L, 40L, 50L);
        assertThat(with(Criterion.LOSS, 1, AverageOf.LAST, 1, 1).averaged(ALL)).containsExactly(40L);
    }

    /** After a change of the settings what would be wanted now may be gone. */
    @Test
    void takesWhatIsThere() {
        assertThat(with(Criterion.LOSS, 3, AverageOf.BEST, 1, 1).averaged(List.of(10L, 30L, 52L)))
                .containsExactly(10L, 30L);
        assertThat(with(Criterion.LOSS, 1, AverageOf.LAST, 1, 1).averaged(List.of(10L, 30L, 52L)))
                .containsExactly(30L);
    }
}
