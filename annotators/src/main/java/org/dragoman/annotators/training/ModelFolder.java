package org.dragoman.annotators.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a training writes to. */
public final class ModelFolder {
    private ModelFolder() {}

    /**
     * Makes the folder, and those that it lies in, where they are missing.
     *
     * @throws UncheckedIOException if that can't be done
     */
    public static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
