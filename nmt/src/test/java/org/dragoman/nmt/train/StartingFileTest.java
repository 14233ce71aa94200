package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Map;

class StartingFileTest {

    /** What stands in the settings of a language model though it has no meaning there. */
    private static final List<String> MEANINGLESS = List.of("closesFragments", "subwords.shared");

    /** The values in the file that aren't what the run would have without them. */
    private static final Map<Task, List<String>> CHOSEN = Map.of(
            Task.TRANSLATION,
            List.of(
                    "model.size",
                    "model.heads",
                    "model.decoderHeads",
                    "model.feedForwardSize",
                    "model.decoderFeedForwardSize",
                    "model.encoderLayers",
                    "model.decoderLayers",
                    "training.limits.patience",
                    "training.limits.validateEvery",
                    "training.limits.average"),
            Task.LANGUAGE_MODEL,
            List.of(
                    "training.labelSmoothing",
                    "training.limits.patience",
                    "training.limits.validateEvery",
                    "training.limits.validationSentences",
                    "training.limits.average"));

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
        var known = keys(Experiment.read(file).toJson());
        if (task == Task.LANGUAGE_MODEL) {
            assertThat(known.removeAll(MEANINGLESS)).isTrue();
        }
        assertThat(keys(json(file))).containsExactlyInAnyOrderElementsOf(known);
    }

    private static ObjectNode json(Path file) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(Settings.read(file).json());
    }

    @ParameterizedTest
    @EnumSource
    void itsValuesAreTheDefaultsButForAFew(Task task) throws IOException {
        var file = written(task);
        var whole = json(file);
        var least = whole.deepCopy();
        least.remove("closesFragments");
        least.putObject("subwords");
        least.putObject("model").set("type", whole.at("/model/type"));
        var training = least.putObject("training");
        training.set("schedule", whole.at("/training/schedule"));
        training.putObject("limits").set("maximumSteps", whole.at("/training/limits/maximumSteps"));
        Files.writeString(folder.resolve("least.json"), least.toString());

        var chosen = Experiment.read(file).toJson();
        var defaults = Experiment.read(folder.resolve("least.json")).toJson();
        var different = keys(chosen).stream()
                .map(key -> "/" + key.replace('.', '/'))
                .filter(key -> chosen.at(key).isValueNode() && !chosen.at(key).equals(defaults.at(key)))
                .map(key -> key.substring(1).replace('/', '.'))
                .toList();
        assertThat(different).containsExactlyInAnyOrderElementsOf(CHOSEN.get(task));
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        node.properties().forEach(entry -> {
            keys.add(entry.getKey());
            keys(entry.getValue()).forEach(inner -> keys.add(entry.getKey() + "." + inner));
        });
        return keys;
    }

    @ParameterizedTest
    @EnumSource
    void aCommentStandsBeforeEachLineWithAKey(Task task) {
        var lines = StartingFile.text(task).lines().map(String::strip).toList();
        for (var i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("\"")) {
                assertThat(lines.get(i - 1)).as("before %s", lines.get(i)).startsWith("// ");
            }
        }
        assertThat(lines).allMatch(line -> line.length() <= 150).noneMatch(line -> line.contains("$"));
    }

    @Test
    void refusesToWriteOverAFile() throws IOException {
        var file = written(Task.TRANSLATION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartingFile.write(Task.TRANSLATION, file))
                .withMessage("the file " + file + " exists already: name another one");
    }
}
