package org.dragoman.nmt.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.corpora.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ExperimentSuiteTest {

    private static final String SUITE = """
            {"output": "runs", "bleu": {"tokenizer": "none"},
             "base": {"task": "translation", "source": "x", "target": "y",
               "train": [{"synthetic": "copy", "pairs": 2000, "longest": 5, "symbols": 6, "seed": 1}],
               "validation": {"synthetic": "copy", "pairs": 50, "longest": 5, "symbols": 6, "seed": 2},
               "test": {"synthetic": "copy", "pairs": 100, "longest": 5, "symbols": 6, "seed": 3},
               "subwords": {"pretokenizer": "none", "merges": 0},
               "model": {"type": "recurrent", "embeddingSize": 24, "encoderSize": 16, "decoderSize": 32,
                 "order": "step-first", "attention": {"type": "additive", "size": 24}},
               "training": {"batchTokens": 256, "labelSmoothing": 0,
                 "schedule": {"type": "constant", "peak": 0.01, "warmup": 20},
                 "limits": {"maximumSteps": 200, "validateEvery": 100, "validationSentences": 10}}},
             "runs": {
               "monotonic": {"model": {"attention": {"type": "dot", "window": {"type": "local-m", "reach": 1}}}},
               "wide": {"model": {"attention": {"size": 32}}, "training": {"seed": 5}}}}
            """;

    @TempDir
    Path folder;

    private ExperimentSuite suite(String json) throws IOException {
        return ExperimentSuite.read(Files.writeString(folder.resolve("suite.json"), json));
    }

    @Test
    void aRunHasTheSettingsOfTheBaseWithItsOwnOverThem() throws IOException {
        var runs = suite(SUITE).runs();
        assertThat(runs).extracting(ExperimentSuite.Run::name).containsExactly("monotonic", "wide");
        assertThat(runs.get(0).experiment().output()).isEqualTo(folder.resolve("runs/monotonic"));
        assertThat(runs.get(0).experiment().training().seed()).isEqualTo(1);
        assertThat(runs.get(1).experiment().training().seed()).isEqualTo(5);
        assertThat(runs.get(1).experiment().training().batchTokens()).isEqualTo(256);
    }

    @Test
    void anObjectOfAnotherTypeTakesTheOldOnesPlaceAsAWhole() throws IOException {
        var merged = ExperimentSuite.merged(
                tree("{\"a\": {\"type\": \"x\", \"size\": 1}, \"b\": {\"type\": \"x\", \"size\": 1}}"),
                tree("{\"a\": {\"type\": \"y\"}, \"b\": {\"size\": 2}}"));
        assertThat(merged).isEqualTo(tree("{\"a\": {\"type\": \"y\"}, \"b\": {\"type\": \"x\", \"size\": 2}}"));
    }

    private static ObjectNode tree(String json) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    @Test
    void aFaultNamesItsRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suite(SUITE.replace("\"reach\": 1", "\"reach\": -1")))
                .withMessageContaining(
                        "suite.json, run monotonic: model.attention.window.reach must be at least 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suite(SUITE.replace("\"wide\"", "\"../wide\"")))
                .withMessageContaining("the name of a run is that of its folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suite(SUITE.replace("\"base\"", "\"basis\"")))
                .withMessageContaining("'basis'");
    }

    /** One run is stopped on its way; the suite goes on with it, and what is finished isn't trained again. */
    @Test
    void goesOnWhereItWasStopped() throws IOException {
        var suite = suite(SUITE);
        var run = suite.runs().get(0);
        var stopped = new ArrayList<SuiteRunner>();
        var runner =
                new SuiteRunner(suite, List.of(new Stopping(() -> stopped.get(0).stop(), 120)));
        stopped.add(runner);
        assertThat(runner.run(run)).isEmpty();
        var result = new SuiteRunner(suite, List.of()).run(run).orElseThrow();
        assertThat(result.training().step()).isEqualTo(200);
        assertThat(result.exact()).isGreaterThan(0.8);
        assertThat(result.bleu().value()).isGreaterThan(80);
        var passes = result.training().step() / result.updatesAPass().orElseThrow();
        assertThat((int) passes).isEqualTo(result.training().epochs());
        assertThat(result.secondsAPass() * passes)
                .isCloseTo(result.training().trainingSeconds(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(result.perplexity()).isBetween(1.0, 1.5);
        assertThat(Lines.readAll(folder.resolve("runs/monotonic/" + SuiteRunner.HYPOTHESES)))
                .hasSize(100);
        assertThat(new SuiteRunner(suite, List.of(new Counting())).run(run)).hasValueSatisfying(again -> {
            assertThat(again.bleu()).isEqualTo(result.bleu());
            assertThat(again.training().targetTokens())
                    .isEqualTo(result.training().targetTokens());
        });
    }

    private record Stopping(Runnable stop, int step) implements org.dragoman.nmt.train.TrainingListener {
        @Override
        public void updated(Update update) {
            if (update.step() == step) {
                stop.run();
            }
        }
    }

    /** Nothing may be trained any more. */
    private record Counting() implements org.dragoman.nmt.train.TrainingListener {
        @Override
        public void updated(Update update) {
            throw new AssertionError("update " + update.step() + " was made again");
        }
    }
}
