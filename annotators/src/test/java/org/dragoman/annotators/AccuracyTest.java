package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.Lines;
import org.dragoman.eval.annotation.TreebankRun;
import org.dragoman.eval.label.TreebankScore;
import org.dragoman.eval.label.TreebankScore.Metric;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bounds on development parts of UD 2.16, which no model here was trained on, a little under what was measured (docs/annotators.md). Scores
 * are those of the CoNLL 2018 shared task.
 */
class AccuracyTest {
    private static final String ENGLISH = "pos/ud-english-ewt/en_ewt-ud-dev.conllu";
    private static final String GERMAN = "pos/ud-german-gsd/de_gsd-ud-dev.conllu";
    private static final String FRENCH = "pos/ud-french-gsd/fr_gsd-ud-dev.conllu.gz";

    @TempDir
    private Path folder;

    @Test
    void englishFromRawText() throws IOException {
        var score = fromRawText(English.pipeline(), ENGLISH);
        assertThat(f1(score, Metric.SENTENCES)).isGreaterThan(0.88);
        assertThat(f1(score, Metric.TOKENS)).isGreaterThan(0.993);
        assertThat(f1(score, Metric.WORDS)).isGreaterThan(0.99);
        assertThat(f1(score, Metric.LEMMAS)).isGreaterThan(0.963);
    }

    @Test
    void englishFromTheTreebanksWords() throws IOException {
        var score = fromGoldWords(English.pipeline(), ENGLISH);
        assertThat(f1(score, Metric.UPOS)).isGreaterThan(0.944);
        assertThat(f1(score, Metric.LEMMAS)).isGreaterThan(0.97);
    }

    @Test
    void germanFromRawText() throws IOException {
        var score = fromRawText(German.pipeline(), GERMAN);
        assertThat(f1(score, Metric.SENTENCES)).isGreaterThan(0.93);
        assertThat(f1(score, Metric.WORDS)).isGreaterThan(0.99);
        assertThat(f1(score, Metric.LEMMAS)).isGreaterThan(0.95);
    }

    @Test
    void germanFromTheTreebanksWords() throws IOException {
        var score = fromGoldWords(German.pipeline(), GERMAN);
        assertThat(f1(score, Metric.UPOS)).isGreaterThan(0.93);
        assertThat(f1(score, Metric.LEMMAS)).isGreaterThan(0.955);
    }

    @Test
    void frenchFromRawText() throws IOException {
        var score = fromRawText(French.pipeline(), FRENCH);
        assertThat(f1(score, Metric.SENTENCES)).isGreaterThan(0.92);
        assertThat(f1(score, Metric.WORDS)).isGreaterThan(0.99);
        assertThat(f1(score, Metric.UPOS)).isGreaterThan(0.95);
    }

    private TreebankScore fromRawText(Pipeline pipeline, String treebank) throws IOException {
        var gold = plain(treebank);
        var out = new StringWriter();
        TreebankRun.fromRawText(pipeline, gold, out);
        return score(gold, out.toString());
    }

    private TreebankScore fromGoldWords(Pipeline pipeline, String treebank) throws IOException {
        var gold = plain(treebank);
        var out = new StringWriter();
        TreebankRun.fromGoldWords(pipeline, gold, out);
        return score(gold, out.toString());
    }

    private Path plain(String treebank) throws IOException {
        return Files.writeString(folder.resolve("gold.conllu"), TestData.text(treebank));
    }

    private static TreebankScore score(Path gold, String system) {
        var bytes = new ByteArrayInputStream(system.getBytes(StandardCharsets.UTF_8));
        try (var right = Lines.open(gold);
                var found = Lines.of(bytes, "system")) {
            return TreebankScore.of(right, found);
        }
    }

    private static double f1(TreebankScore score, Metric metric) {
        return score.of(metric).f1();
    }
}
