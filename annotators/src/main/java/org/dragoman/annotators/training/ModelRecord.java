package org.dragoman.annotators.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.eval.Signature;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * How a model was made and how good it is: enough to make it again, and to know that it is the same.
 *
 * @param task what it was trained for, such as {@code pos}
 * @param settings the training file, as JSON
 * @param seed of everything random
 * @param data what was read
 * @param progress each round through the training data
 * @param scores of the finished model by name, in the order in which they are shown; a share is from 0 to 1
 * @param facts what else there is to say, such as the number of features, in the order in which it is shown
 * @param files the files of the model, with their checksums
 */
public record ModelRecord(
        String task,
        String settings,
        Seed seed,
        List<DataFile> data,
        List<Progress> progress,
        Map<String, Double> scores,
        Map<String, String> facts,
        List<DataFile> files) {
    /** Name of the file in which {@link #write} puts this record. */
    public static final String FILE = "model.json";

    /** Name of the file in which {@link #write} puts the same to be read by people. */
    public static final String CARD = "README.md";

    private static final JsonMapper MAPPER = new JsonMapper();

    public ModelRecord {
        data = List.copyOf(data);
        progress = List.copyOf(progress);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        files = List.copyOf(files);
    }

    /**
     * Writes {@value #FILE} and {@value #CARD} into the folder of the model.
     *
     * @throws java.io.UncheckedIOException if they can't be written
     */
    public void write(Path folder) {
        AtomicFile.writeText(folder.resolve(FILE), out -> out.write(json()));
        AtomicFile.writeText(folder.resolve(CARD), out -> out.write(card()));
    }

    /** This record as JSON, the same for equal records of the same version of the software. */
    String json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("task", task);
        root.set("settings", parsed(settings));
        root.put("seed", seed.value());
        root.set("versions", versions());
        addFiles(root, "data", data);
        addFiles(root, "files", files);
        var ofFacts = root.putObject("facts");
        facts.forEach(ofFacts::put);
        addScores(root.putObject("scores"), scores);
        var rounds = root.putArray("progress");
        for (var round : progress) {
            addScores(rounds.addObject().put("round", round.round()), round.scores());
        }
        return pretty(root) + "\n";
    }

    private static ObjectNode versions() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("dragoman", Signature.VERSION.value())
                .put("java", System.getProperty("java.version"));
    }

    private static void addFiles(ObjectNode root, String key, List<DataFile> files) {
        var array = root.putArray(key);
        for (var file : files) {
            array.addObject()
                    .put("role", file.role())
                    .put("name", file.name())
                    .put("bytes", file.bytes())
                    .put("checksum", file.checksum().toString());
        }
    }

    private static void addScores(ObjectNode node, Map<String, Double> scores) {
        scores.forEach((name, score) -> node.put(name, Math.round(score * 1e6) / 1e6));
    }

    private static ObjectNode parsed(String settings) {
        try {
            return (ObjectNode) MAPPER.readTree(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the settings of a model must be a JSON object, got " + settings, e);
        }
    }

    private static String pretty(ObjectNode root) {
        try {
            var printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
            return MAPPER.writer(printer).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    /** This record as Markdown. */
    String card() {
        var card = new StringBuilder("# Model for the task ").append(task).append("\n\n");
        card.append("| | |\n|---|---|\n");
        row(card, "seed", Long.toString(seed.value()));
        facts.forEach((name, value) -> row(card, name, value));
        data.forEach(file -> row(card, file.role(), cell(file)));
        files.forEach(file -> row(card, file.role(), cell(file)));
        card.append("\n## Scores\n\n| score | value |\n|---|---|\n");
        scores.forEach((name, value) -> row(card, name, decimal(value)));
        addRounds(card);
        card.append("\nSettings, versions and all figures as JSON: ")
                .append(FILE)
                .append(".\n");
        return card.toString();
    }

    private void addRounds(StringBuilder card) {
        var names = new TreeSet<String>();
        progress.forEach(round -> names.addAll(round.scores().keySet()));
        if (names.isEmpty()) {
            return;
        }
        card.append("\n## Rounds through the training data\n\n| round | ")
                .append(String.join(" | ", names))
                .append(" |\n|---|")
                .append("---|".repeat(names.size()))
                .append('\n');
        for (var round : progress) {
            card.append("| ").append(round.round());
            names.forEach(name -> card.append(" | ")
                    .append(
                            round.scores().containsKey(name)
                                    ? decimal(round.scores().get(name))
                                    : ""));
            card.append(" |\n");
        }
    }

    private static void row(StringBuilder card, String name, String value) {
        card.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String cell(DataFile file) {
        return file.name() + ", " + String.format(Locale.ROOT, "%,d", file.bytes()) + " bytes, " + file.checksum();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
