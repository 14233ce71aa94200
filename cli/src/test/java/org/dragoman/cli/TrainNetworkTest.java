package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Trains a network that copies letters. */
class TrainNetworkTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(new ByteArrayInputStream(new byte[0]), print(out), print(err), false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private Path experiment(long maximumSteps) throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "a b c\ta b c\nb c\tb c\n\tempty\nc a b a\tc a b a\n".repeat(20));
        return Files.writeString(folder.resolve("experiment.json"), """
                {"task": "translation", "source": "en", "target": "en", // a comment
                 "train": [{"tsv": "a.tsv"}], "validation": {"tsv": "a.tsv"}, "output": "run",
                 "subwords": {"pretokenizer": "none", "merges": 0},
                 "model": {"type": "transformer", "size": 16, "heads": 2, "feedForwardSize": 32, "encoderLayers": 1,
                   "decoderLayers": 1},
                 "training": {"batchTokens": 64, "schedule": {"type": "constant", "peak": 0.01, "warmup": 10},
                   "limits": {"maximumSteps": %d, "validateEvery": 1000, "validationSentences": 4, "logEvery": 1}}}
                """.formatted(maximumSteps));
    }

    @Test
    void aTerminatedTrainingSavesWhatItHasAndSaysHowToGoOn() throws IOException, InterruptedException {
        var file = experiment(1_000_000);
        var output = folder.resolve("output.txt");
        var process = child(output, "train", file.toString());
        var log = folder.resolve("run/log.jsonl");
        while (process.isAlive() && !(Files.exists(log) && Files.readString(log).contains("\"updated\""))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
        process.destroy(); // SIGTERM
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        var saved = newestCheckpoint();
        assertThat(saved).isPositive();
        assertThat(Files.readString(output))
                .contains("stopped; go on from step " + saved + " with: dragoman train " + file + " --resume");

        experiment(saved + 2); // limits may be changed
        assertThat(run("train", file.toString(), "--resume")).as(text(err)).isZero();
        assertThat(text(err))
                .startsWith("go on from step " + String.format("%d", saved) + ": seed 1,")
                .contains(
                        "60 pairs (20 left out; 20 are empty on a side, 0 too long)",
                        "    chrF  ",
                        "\n  a b c\n    -> ");
        assertThat(folder.resolve("run/model/weights.safetensors")).exists();
    }

    private long newestCheckpoint() throws IOException {
        try (var folders = Files.list(folder.resolve("run/checkpoints"))) {
            return folders.mapToLong(path -> Long.parseLong(path.getFileName().toString()))
                    .max()
                    .orElse(0);
        }
    }

    private static Process child(Path output, String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Ddragoman.threads=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Dragoman.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    @Test
    void aDryRunSaysWhatWouldCome() throws IOException {
        var file = experiment(100);
        assertThat(run("train", file.toString(), "--dry-run")).as(text(err)).isZero();
        assertThat(text(out))
                .contains("part", "embedding", "encoder.layers.0", "decoder.layers.0", "all")
                .containsPattern("pairs +80\n")
                .containsPattern("empty on a side +20\n")
                .containsPattern("updates +100\n")
                .containsPattern("weights and moments +\\d+ KiB\n")
                .containsPattern("memory of the process +([\\d,]+\\.\\d MiB|not known here)\n")
                .contains("target pieces a second", "time of the updates");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aStartingFileIsWrittenOnceAndForKnownTasks() {
        var file = folder.resolve("new.json");
        assertThat(run("train", file.toString(), "--init")).as(text(err)).isZero();
        assertThat(text(out)).isEqualTo(file + "\n");
        assertThat(file).content().contains("\"task\": \"translation\"", "// BPE merges");
        assertThat(run("train", file.toString(), "--init")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("dragoman: the file " + file + " exists already: name another one\n");
        assertThat(run("train", folder.resolve("b.json").toString(), "--init=language-modle"))
                .isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "dragoman: the task 'language-modle' of --init is unknown; did you mean 'language-model'?\n");
        assertThat(run("train", folder.resolve("b.json").toString(), "--init=x"))
                .isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "dragoman: the task 'x' of --init is unknown; expected one of language-model, translation\n");
        assertThat(folder.resolve("b.json")).doesNotExist();
    }

    @Test
    void thereIsNoStartingFileForAnAnnotator() {
        assertThat(run("train", folder.resolve("pos.json").toString(), "--init=pos"))
                .isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "dragoman: there is no starting file for the task pos, whose few settings docs/annotators.md shows;"
                                + " --init writes one for translation and language-model\n");
    }

    @Test
    void aStartingFileNeedsAName() {
        assertThat(run("train", "--init")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "dragoman: Missing required parameter: 'FILE.json'; it stands before the option: dragoman train"
                                + " FILE.json --init[=TASK]\nTry 'dragoman train --help'.\n");
        assertThat(run("train", "--resume")).isEqualTo(2);
        assertThat(text(err)).startsWith("dragoman: Missing required parameter: 'FILE.json'\n");
        assertThat(run("train", "--help")).isZero();
        assertThat(text(out)).contains("dragoman train FILE.json --init[=TASK]\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--init --resume, --init and --resume",
        "--init --dry-run --output x, --init and --dry-run and --output",
        "--dry-run --resume, --dry-run and --resume",
        "--dry-run --output x, --dry-run and --output"
    })
    void optionsThatAskForDifferentThingsAreRefused(String options, String named) throws IOException {
        var arguments = new ArrayList<>(List.of("train", experiment(1).toString()));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(text(err))
                .startsWith("dragoman: " + named + " don't go together: " + options.split(" ")[0] + " stands alone\n");
    }

    @Test
    void aDryRunIsForNetworksOnly() throws IOException {
        var file = Files.writeString(folder.resolve("pos.json"), "{\"task\": \"pos\", \"train\": []}");
        assertThat(run("train", file.toString(), "--dry-run")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("dragoman: a training for the task pos takes seconds to minutes: there is no --dry-run for"
                        + " it\n");
    }
}
