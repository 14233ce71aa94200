package org.dragoman.nmt.train;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.model.Task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of settings to begin with, in which a comment explains each key. What is said of the training is one text for all tasks, but for the
 * values that stand here.
 */
public final class StartingFile {

    private StartingFile() {}

    /**
     * Writes the file for a task.
     *
     * @throws IllegalArgumentException if there is such a file already
     */
    public static void write(Task task, Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException("the file " + file + " exists already: name another one");
        }
        var text = text(task);
        AtomicFile.writeText(file, out -> out.write(text));
    }

    static String text(Task task) {
        var isTranslation = task == Task.TRANSLATION;
        return resource(task + ".json")
                .replace("$training", resource("training.json").stripTrailing())
                .replace("$labelSmoothing", isTranslation ? "0.1" : "0")
                .replace("$validationSentences", isTranslation ? "200" : "0");
    }

    private static String resource(String name) {
        try (var in = StartingFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the starting file " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the starting file " + name, e);
        }
    }
}
