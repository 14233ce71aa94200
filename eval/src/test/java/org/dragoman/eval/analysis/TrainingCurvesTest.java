package org.dragoman.eval.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.eval.analysis.TrainingCurves.Curve;
import org.dragoman.eval.analysis.TrainingCurves.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TrainingCurvesTest {
    private static final String LOG = """
            {"event":"started","time":"2026-11-22T23:19:00Z","resumedAt":0,"seed":1}
            {"event":"updated","step":50,"epoch":0,"loss":8.5,"gradientNorm":0.75,"rate":1.5E-4,"targetTokens":95158,"tokensPerSecond":1400}
            {"event":"updated","step":100,"loss":6.5,"gradientNorm":"NaN","rate":3.0E-4,"tokensPerSecond":800}
            {"event":"validated","step":100,"loss":3.0,"bleu":"NaN","isBest":true}
            {"event":"saved","step":100}
            """;

    @TempDir
    Path folder;

    private TrainingCurves read(String log) throws IOException {
        return TrainingCurves.read(Files.writeString(folder.resolve("log.jsonl"), log));
    }

    @Test
    void valuesAreRightAndThoseThatAreNoNumbersAreLeftOut() throws IOException {
        var curves = read(LOG);
        assertThat(curves.of(Curve.TRAINING_LOSS)).containsExactly(new Point(50, 8.5), new Point(100, 6.5));
        assertThat(curves.of(Curve.GRADIENT_NORM)).containsExactly(new Point(50, 0.75));
        assertThat(curves.of(Curve.RATE)).containsExactly(new Point(50, 1.5e-4), new Point(100, 3e-4));
        assertThat(curves.of(Curve.SPEED)).extracting(Point::value).containsExactly(1400.0, 800.0);
        assertThat(curves.of(Curve.VALIDATION_LOSS)).containsExactly(new Point(100, 3));
        assertThat(curves.of(Curve.PERPLEXITY).get(0).value()).isCloseTo(20.0855, within(1e-4)); // e cubed
        assertThat(curves.of(Curve.BLEU)).isEmpty();
        assertThat(curves.points()).doesNotContainKey(Curve.BLEU);
    }

    @Test
    void aResumedRunDropsWhatWasLost() throws IOException {
        var curves = read(LOG + """
                {"event":"updated","step":150,"loss":5.0}
                {"event":"validated","step":150,"loss":2.0,"bleu":12.5}
                {"event":"started","resumedAt":100}
                {"event":"updated","step":150,"loss":5.5}
                """);
        assertThat(curves.of(Curve.TRAINING_LOSS))
                .containsExactly(new Point(50, 8.5), new Point(100, 6.5), new Point(150, 5.5));
        assertThat(curves.of(Curve.VALIDATION_LOSS)).containsExactly(new Point(100, 3));
    }

    @Test
    void theLineThatAKilledProcessWasWritingIsPassedOver() throws IOException {
        var killed = LOG + "{\"event\":\"upda";
        assertThat(read(killed).of(Curve.TRAINING_LOSS)).hasSize(2);
        var resumed = killed + "{\"event\":\"started\",\"resumedAt\":50}\n{\"event\":\"saved\",\"step\":60}\n";
        assertThat(read(resumed).of(Curve.TRAINING_LOSS)).containsExactly(new Point(50, 8.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss 5\\nloss 4\\n | log.jsonl:1: a line of a training log is a JSON object; Unrecognized token",
                "[1]\\n | log.jsonl:1: a line of a training log is a JSON object, got ARRAY",
                "{\"event\": \"other\"}\\n | log.jsonl:1: no event of a training in this file",
            })
    void whatIsNoLogIsRefused(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"))).hasMessageContaining(message);
    }

    /** The log of the embedded model, which its card describes: 8,000 updates, four sittings, the last validation with BLEU 45.85. */
    @Test
    void theLogOfTheEmbeddedModelIsRead() {
        var curves = TrainingCurves.read(Path.of("../models/en-de/training/log.jsonl.gz"));
        var bleu = curves.of(Curve.BLEU);
        assertThat(bleu).hasSize(16);
        assertThat(bleu.get(15).step()).isEqualTo(8000);
        assertThat(bleu.get(15).value()).isCloseTo(45.85, within(0.005));
        for (var points : curves.points().values()) {
            assertThat(points).isSortedAccordingTo((a, b) -> Long.compare(a.step(), b.step()));
            assertThat(points).extracting(Point::step).doesNotHaveDuplicates();
        }
    }
}
