package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.model.SettingsJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of a run are.
 *
 * @param path the folder, which need not be there
 */
public record RunFolder(Path path) {

    /** The folder that an experiment names. */
    public static RunFolder of(Experiment experiment) {
        return new RunFolder(experiment.output());
    }

    /** All settings, defaults included. */
    public Path settings() {
        return path.resolve("experiment.json");
    }

    /** The folder of the model, which is whole when the run is finished. */
    public Path model() {
        return path.resolve("model");
    }

    /** The log, one event a line. */
    public Path log() {
        return path.resolve("log.jsonl");
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    Path survey() {
        return path.resolve("corpora.json");
    }

    Path recoveries() {
        return path.resolve("recoveries.json");
    }

    /** Whether the folder holds a run, finished or not. */
    public boolean exists() {
        return Files.exists(settings());
    }

    /** @throws IllegalArgumentException if the folder holds a run already */
    void requireNone() {
        if (exists()) {
            throw new IllegalArgumentException(
                    "the folder " + path + " holds a run already: go on with it by --resume, or choose another output");
        }
    }

    /** Writes the settings; with that the folder holds a run. */
    void begin(Experiment experiment) {
        AtomicFile.writeText(settings(), out -> out.write(SettingsJson.text(experiment.toJson())));
    }

    /**
     * Reads the settings that the run was begun with.
     *
     * @throws IllegalArgumentException if this version doesn't understand them
     */
    Experiment begun() {
        return Experiment.written(path, written());
    }

    private ObjectNode written() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(settings()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + settings() + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if there is no run, or if one that differs in more than may be changed */
    void requireSame(Experiment experiment) {
        if (!exists()) {
            throw new IllegalArgumentException("there is no run in " + path + " to resume: begin it without --resume");
        }
        var differences = experiment.differences(written());
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "the run in " + path + " was begun with other settings: " + String.join("; ", differences));
        }
    }
}
