package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a real training process, with no chance to clean up, at random moments, and resumes it until it ends. The property {@code
 * dragoman.kills} says how many times at most (2 by default; 20 in the long version), and {@code dragoman.kills.report} names a file to which
 * the counts are added.
 */
class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("dragoman.kills", 2);
    private static final String LIMITS =
            "{\"maximumSteps\": %d, \"validateEvery\": 50, \"saveEvery\": 3, \"average\": 2, \"validationSentences\": 0, \"logEvery\": 1}"
                    .formatted(40 * KILLS);

    /** All that has a state, or chance, of its own. */
    private static final String EVERYTHING = """
            "accumulate": 2, "movingAverage": 0.99, "optimizer": {"type": "adam-w", "weightDecay": 0.01},
            "schedule": {"type": "plateau", "peak": 0.005, "warmup": 30, "patience": 0},
            "regularization": {"rDrop": 1, "bpeDropout": 0.2, "sourceWordDropout": 0.1, "targetWordDropout": 0.1},
            "data": {"window": 150, "mixing": {"type": "temperature", "temperature": 2}},""";

    @TempDir
    Path folder;

    /** The process that is killed: begins or resumes the experiment of its argument. */
    static final class Victim {
        public static void main(String[] arguments) {
            var experiment = Experiment.read(Path.of(arguments[0]));
            var trainer = RunFolder.of(experiment).exists()
                    ? Trainer.resume(experiment, List.of())
                    : Trainer.begin(experiment, List.of());
            trainer.run();
        }
    }

    @ParameterizedTest
    @CsvSource({"plain, ''", "everything, everything"})
    void aKilledRunGoesOnAsIfItHadNeverStopped(String name, String further) throws IOException, InterruptedException {
        var straight = experiment("straight", further);
        var killed = experiment("killed", further);
        assertThat(run(straight, Integer.MAX_VALUE, new Random(0))).isTrue();

        var seed = System.nanoTime();
        var random = new Random(seed);
        var kills = 0;
        var resumed = new ArrayList<Integer>();
        while (kills < KILLS && !run(killed, random.nextInt(30), random)) {
            kills++;
            resumed.add(newestStep(killed));
        }
        assertThat(run(killed, Integer.MAX_VALUE, random)).isTrue();

        var isSame = Arrays.equals(weights(killed), weights(straight));
        report("%s: seed %d, %d kills, checkpoints then: %s, weights %s%n"
                .formatted(name, seed, kills, resumed, isSame ? "the same" : "DIFFERENT"));
        assertThat(kills).isPositive();
        assertThat(isSame).as("seed %d, %d kills", seed, kills).isTrue();
    }

    /** The newest checkpoint after a kill; 0 if there is none yet. */
    private static int newestStep(Path experiment) throws IOException {
        var checkpoints = experiment.resolveSibling("run/checkpoints");
        if (!Files.exists(checkpoints)) {
            return 0;
        }
        try (var folders = Files.list(checkpoints)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(step -> step.matches("\\d+"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
    }

    private static void report(String line) throws IOException {
        var file = System.getProperty("dragoman.kills.report");
        if (file != null) {
            Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private Path experiment(String name, String further) throws IOException {
        return ToyExperiment.write(
                Files.createDirectory(folder.resolve(name)),
                ToyExperiment.TRANSFORMER,
                LIMITS,
                further.isEmpty() ? "" : EVERYTHING);
    }

    private static byte[] weights(Path experiment) throws IOException {
        return Files.readAllBytes(experiment.resolveSibling("run/model/weights.safetensors"));
    }

    /** Runs the process and kills it at some moment after some updates; returns whether it ended by itself. */
    private static boolean run(Path experiment, int updates, Random random) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Ddragoman.threads=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Victim.class.getName()));
        command.add(experiment.toString());
        var output = experiment.resolveSibling("output.txt").toFile();
        var before = updates(experiment);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        while (process.isAlive() && updates(experiment) - before < updates) {
            Thread.sleep(random.nextInt(20));
        }
        if (process.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS)) {
            assertThat(process.exitValue()).as(() -> read(output)).isZero();
            return true;
        }
        process.destroyForcibly().waitFor();
        return false;
    }

    /** Updates in the log, those that were made more than once counted so often. */
    private static long updates(Path experiment) throws IOException {
        var log = experiment.resolveSibling("run/log.jsonl");
        if (!Files.exists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("\"updated\"")).count();
        }
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
