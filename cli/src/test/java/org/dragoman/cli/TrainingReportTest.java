package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.train.RecoveryConfig.Action;
import org.dragoman.nmt.train.TrainingListener.Finish;
import org.dragoman.nmt.train.TrainingListener.Recovery;
import org.dragoman.nmt.train.TrainingListener.Start;
import org.dragoman.nmt.train.TrainingListener.Trouble;
import org.dragoman.nmt.train.TrainingListener.Update;
import org.dragoman.nmt.train.TrainingListener.Validation;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class TrainingReportTest {

    private static final Trouble TROUBLE = new Trouble(7, "the loss exploded", 12.3456, List.of("a.tsv:3", "a.tsv:9"));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final TrainingReport report = new TrainingReport(new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false));

    private String told() {
        var text = err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        err.reset();
        return text;
    }

    private static Update update(long step, double loss, int tokens) {
        return new Update(step, 0, loss, loss, loss, 0.01, tokens, 0.5);
    }

    /** What a validation is told with the mean of the updates before it. */
    private String row() {
        report.validated(new Validation(20, 0, 2, Double.NaN, 31.25, "", true, 61, List.of()));
        return told().lines().skip(2).findFirst().orElseThrow();
    }

    /** (1 * 10 + 4 * 20) / 30 = 3, whatever an update that was left out lost; 60 pieces in one and a half seconds. */
    @Test
    void aLossThatIsNotFiniteIsNoPartOfTheMean() {
        report.updated(update(1, 1, 10));
        report.updated(update(2, Double.NaN, 30));
        report.updated(update(3, 4, 20));
        assertThat(row().split(" +"))
                .containsExactly("", "20", "1", "3.000", "2.000", "7.39", "-", "31.25", "40", "0:01:01", "best");
        assertThat(row().split(" +"))
                .as("no update since")
                .containsSubsequence("-", "2.000", "7.39", "-", "31.25", "-");
    }

    @Test
    void namesTheBatchThatIsLeftOut() {
        report.troubled(TROUBLE);
        assertThat(told())
                .isEqualTo(
                        "at update 7 the loss exploded (12.346 nats a piece) with the batch of a.tsv:3, a.tsv:9: left"
                                + " out\n");
    }

    @Test
    void saysWhereARecoveryGoesOnAndHow() {
        report.updated(update(6, 1, 10));
        report.recovered(new Recovery(TROUBLE, 5, Action.LOWER_RATE, 1, 3));
        var where =
                "at update 7 the loss exploded (12.346 nats a piece) with the batch of a.tsv:3, a.tsv:9: back to step 5, and"
                        + " from there ";
        assertThat(told()).isEqualTo(where + "with a lower rate (1 of 3 attempts)\n");
        assertThat(row()).contains(" - ").doesNotContain("1.000"); // what was learned since then is forgotten
        report.recovered(new Recovery(TROUBLE, 5, Action.SKIP_BATCH, 2, 3));
        assertThat(told()).isEqualTo(where + "past that batch (2 of 3 attempts)\n");
    }

    /** Updates alone are no checkpoint: a run may be stopped without having saved any. */
    @Test
    void knowsFromWhichStepARunGoesOn() {
        report.started(new Start(40, 1, 5000, 60, 0, 0, 0, 12, 13, 100));
        report.updated(update(41, 1, 10));
        assertThat(report.newest()).isEqualTo(40);
        report.saved(50);
        assertThat(report.newest()).isEqualTo(50);
        report.recovered(new Recovery(TROUBLE, 30, Action.LOWER_RATE, 1, 3));
        assertThat(report.newest()).isEqualTo(30);
    }

    @Test
    void tellsOfPairsThatAreLeftOutWhereThereAreAny() {
        report.started(new Start(0, 1, 5000, 60, 0, 0, 0, 12, 13, 100));
        assertThat(told())
                .isEqualTo("begin: seed 1, 5,000 parameters, 60 pairs, vocabularies of 12 and 13, up to step 100\n");
        report.started(new Start(40, 1, 5000, 57, 3, 1, 2, 12, 13, 100));
        assertThat(told())
                .isEqualTo(
                        "go on from step 40: seed 1, 5,000 parameters, 57 pairs (3 left out; 1 are empty on a side, 2 too"
                                + " long), vocabularies of 12 and 13, up to step 100\n");
    }

    @Test
    void saysWhichStepsTheModelIsOf() {
        report.finished(new Finish(50, 2, "made all 50 updates", List.of(50L), 1, 3725, 60, 1000));
        assertThat(told())
                .isEqualTo("finished at step 50 after 1:02:05: made all 50 updates; the model is that of step 50\n");
        report.finished(new Finish(50, 2, "made all 50 updates", List.of(40L, 50L), 1, 3725, 60, 1000));
        assertThat(told()).endsWith("; the model is the mean of steps [40, 50]\n");
    }
}
