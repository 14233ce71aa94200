package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a model takes is native memory: Java's heap may be far smaller than its checkpoints. */
class SmallHeapTest {

    /** 9 million parameters: 36 MB of weights and average each, and 72 MB of moments. */
    private static final String MODEL = """
            {"type": "transformer", "size": 256, "heads": 4, "feedForwardSize": 1536, "encoderLayers": 4,
             "decoderLayers": 4, "dropout": 0.1}""";

    @TempDir
    Path folder;

    @Test
    void aModelLargerThanTheHeapIsSavedResumedAndFinished() throws IOException, InterruptedException {
        train(1);
        train(2);
        assertThat(Files.size(folder.resolve("run/model/weights.safetensors"))).isGreaterThan(32 << 20);
    }

    private void train(int updates) throws IOException, InterruptedException {
        var limits = "{\"maximumSteps\": %d, \"average\": 2, \"validationSentences\": 1}".formatted(updates);
        var file = ToyExperiment.write(folder, MODEL, limits, "\"movingAverage\": 0.9,");
        var output = folder.resolve("output.txt");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-Ddragoman.threads=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTrainingTest.Victim.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(output)).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
