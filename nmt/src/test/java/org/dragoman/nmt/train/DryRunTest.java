package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class DryRunTest {

    @TempDir
    Path folder;

    @Test
    void countsMeasuresAndWritesNothing() throws IOException {
        var file = ToyExperiment.write(
                folder,
                ToyExperiment.TRANSFORMER,
                "{\"maximumSteps\": 40}",
                "\"movingAverage\": 0.9, \"accumulate\": 2,");
        var found = DryRun.of(Experiment.read(file));
        assertThat(found.pairs()).isEqualTo(400);
        assertThat(found.empty()).isZero();
        assertThat(found.sourceVocabulary()).isEqualTo(12); // eight letters and four special ones
        // embedding 12 * 32; norms 2 * 32; qkv 3 * (32 * 32 + 32), output 32 * 32 + 32; feed-forward 2 * 32 * 64 + 64 +
        // 32
        assertThat(found.parameters()).containsEntry("embedding", 384L).containsEntry("encoder.layers.0", 8544L);
        var all = found.parameters().values().stream().mapToLong(size -> size).sum();
        assertThat(found.stateBytes()).isEqualTo(all * 4 * 5); // weight, gradient, two moments, average
        assertThat(found.updates()).isEqualTo((found.batches() + 1) / 2);
        assertThat(found.padding()).isBetween(0.0, 0.3);
        assertThat(found.tokensPerSecond()).isPositive();
        assertThat(found.seconds()).isPositive();
        assertThat(folder.resolve("run")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("experiment.json", "train.tsv", "validation.tsv");
        }
    }
}
