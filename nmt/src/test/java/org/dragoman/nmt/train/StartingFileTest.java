package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.model.Task;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class StartingFileTest {

    @TempDir
    Path folder;

    private Path written(Task task) throws IOException {
        var file = folder.resolve("experiment.json");
        StartingFile.write(task, file);
        for (var name : List.of("train.tsv", "validation.tsv", "train.txt", "validation.txt")) {
            Files.writeString(folder.resolve(name), "a\tb\n");
        }
        return file;
    }

    /** A key that is added to the settings and not to the file would be one that nobody is told of. */
    @ParameterizedTest
    @EnumSource
    void hasEveryKey(Task task) throws IOException {
        var file = written(task);
        var inFile = new ObjectMapper().readTree(Settings.read(file).json());
        assertThat(keys(inFile))
                .containsExactlyInAnyOrderElementsOf(keys(Experiment.read(file).toJson()));
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        node.properties().forEach(entry -> {
            keys.add(entry.getKey());
            keys(entry.getValue()).forEach(inner -> keys.add(entry.getKey() + "." + inner));
        });
        return keys;
    }

    /** Most keys are commented by a line before them, some share one; no more than a handful go without saying. */
    @ParameterizedTest
    @EnumSource
    void explainsItsKeys(Task task) {
        var lines = StartingFile.text(task).lines().map(String::strip).toList();
        var comments = lines.stream().filter(line -> line.startsWith("//")).count();
        assertThat(comments).isGreaterThan(30);
        assertThat(lines).allMatch(line -> line.length() <= 150);
    }

    @Test
    void refusesToWriteOverAFile() throws IOException {
        var file = written(Task.TRANSLATION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartingFile.write(Task.TRANSLATION, file))
                .withMessage("the file " + file + " exists already: name another one");
    }

    @Test
    void aDryRunCountsMeasuresAndWritesNothing() throws IOException {
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
