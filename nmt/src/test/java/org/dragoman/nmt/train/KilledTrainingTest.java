package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a real training process, with no chance to clean up, at random moments, and resumes it until it ends. The property {@code
 * dragoman.kills} says how many times at most (3 by default; 20 in the long version).
 */
class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("dragoman.kills", 3);
    private static final String LIMITS =
            "{\"maximumSteps\": %d, \"validateEvery\": 50, \"saveEvery\": 3, \"average\": 2, \"validationSentences\": 0}"
                    .formatted(100 * KILLS);

    @TempDir
    Path folder;

    /** The process that is killed: begins or resumes the experiment of its argument. */
    static final class Victim {
        public static void main(String[] arguments) {
            var experiment = Experiment.read(Path.of(arguments[0]));
            var trainer = Files.exists(experiment.output().resolve("experiment.json"))
                    ? Trainer.resume(experiment, List.of())
                    : Trainer.begin(experiment, List.of());
            trainer.run();
        }
    }

    @Test
    void aKilledRunGoesOnAsIfItHadNeverStopped(TestReporter reporter) throws IOException, InterruptedException {
        var straight = experiment("straight");
        var killed = experiment("killed");
        assertThat(run(straight, Long.MAX_VALUE)).isTrue();

        var seed = System.nanoTime();
        var random = new Random(seed);
        var kills = 0;
        while (kills < KILLS && !run(killed, 500 + random.nextInt(2000))) {
            kills++;
        }
        assertThat(run(killed, Long.MAX_VALUE)).isTrue();

        reporter.publishEntry(Map.of("seed", Long.toString(seed), "kills", Integer.toString(kills)));
        assertThat(kills).isPositive();
        assertThat(weights(killed)).as("seed %d, %d kills", seed, kills).isEqualTo(weights(straight));
    }

    private Path experiment(String name) throws IOException {
        return ToyExperiment.write(Files.createDirectory(folder.resolve(name)), ToyExperiment.TRANSFORMER, LIMITS);
    }

    private static byte[] weights(Path experiment) throws IOException {
        return Files.readAllBytes(experiment.resolveSibling("run/model/weights.safetensors"));
    }

    /** Runs the process and kills it after some time; returns whether it ended by itself. */
    private static boolean run(Path experiment, long milliseconds) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Ddragoman.threads=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Victim.class.getName()));
        command.add(experiment.toString());
        var output = experiment.resolveSibling("output.txt").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            assertThat(process.exitValue()).as(() -> read(output)).isZero();
            return true;
        }
        process.destroyForcibly().waitFor();
        return false;
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
