package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Suites of small models on a task that needs no corpus. */
class ExperimentCommandTest {
    private static final String SUITE = """
            {"output": "runs", "bleu": {"tokenizer": "none"},
             "base": {"task": "translation", "source": "x", "target": "y",
               "train": [{"synthetic": "copy", "pairs": 200, "longest": 5, "symbols": 6, "seed": 1}],
               "validation": {"synthetic": "copy", "pairs": 20, "longest": 5, "symbols": 6, "seed": 2},
               "test": {"synthetic": "copy", "pairs": 30, "longest": 5, "symbols": 6, "seed": 3},
               "subwords": {"pretokenizer": "none", "merges": 0},
               "model": {"type": "recurrent", "embeddingSize": 24, "encoderSize": 16, "decoderSize": 32,
                 "order": "step-first", "attention": {"type": "additive", "size": 24}},
               "training": {"batchTokens": 256, "labelSmoothing": 0,
                 "schedule": {"type": "constant", "peak": 0.01, "warmup": 20},
                 "limits": {"maximumSteps": 40, "validateEvery": 20, "validationSentences": 5, "logEvery": 10}}},
             "runs": {
               "attends": {},
               "remembers": {"model": {"order": "attend-first", "attention": "none"}},
               "other": {"test": {"synthetic": "copy", "pairs": 30, "longest": 5, "symbols": 6, "seed": 4}}}}
            """;

    @TempDir
    Path folder;

    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeEach
    void begin() {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
    }

    @Test
    void theReportComparesTheRuns() throws IOException {
        assertThat(run(
                        "--only",
                        "attends,remembers",
                        "--report",
                        folder.resolve("report").toString()))
                .isZero();
        assertThat(text(out)).contains("attends", "remembers", "seconds an epoch", "exact %");
        var page = Files.readString(folder.resolve("report/index.html"));
        assertThat(page)
                .contains(
                        "Translation by attends, remembers",
                        "seconds an epoch",
                        "norm before clipping",
                        "95 %",
                        "suite.json");
        assertThat(page).doesNotContain("<script src", "http-equiv");
    }

    @Test
    void runsOnDifferentTestsAreNotCompared() throws IOException {
        assertThat(run("--report", folder.resolve("report").toString())).isEqualTo(2);
        assertThat(text(err))
                .startsWith(
                        "dragoman: --report compares runs on one test corpus, but 'other' has another than 'attends';"
                                + " choose runs with --only");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private int run(String... options) throws IOException {
        var suite = Files.writeString(folder.resolve("suite.json"), SUITE);
        var arguments = new String[options.length + 2];
        arguments[0] = "experiment";
        arguments[1] = suite.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
