package org.dragoman.nmt.train;

import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.model.Task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of settings to begin with, in which a comment explains each key. */
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
        var name = task + ".json";
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
