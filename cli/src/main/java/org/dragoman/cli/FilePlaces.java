package org.dragoman.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Sees to it that no file that is written takes the place of another, or of one that is read. */
final class FilePlaces {
    private FilePlaces() {}

    /**
     * Compares files by their places, however their paths are written.
     *
     * @throws IllegalArgumentException if two that are written are one, or one is read
     */
    static void check(List<Path> read, List<Path> written) {
        var inputs = read.stream().map(FilePlaces::place).collect(Collectors.toSet());
        var outputs = new HashSet<Path>();
        for (var file : written) {
            if (inputs.contains(place(file))) {
                throw new IllegalArgumentException(
                        "what is written to " + file + " would take the place of what is read; choose another name");
            }
            if (!outputs.add(place(file))) {
                throw new IllegalArgumentException(
                        "two results would be written to " + file + "; give each a name of its own");
            }
        }
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
