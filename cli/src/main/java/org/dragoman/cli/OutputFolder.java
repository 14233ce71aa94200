package org.dragoman.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that is made for results, and taken back with those above it that were made for it, unless the results are to be kept. */
final class OutputFolder implements AutoCloseable {
    private final List<Path> made; // the innermost first
    private boolean isKept;

    private OutputFolder(List<Path> made) {
        this.made = made;
    }

    /** Makes a folder and those above it, unless they are there. */
    static OutputFolder make(Path folder) {
        var missing = new ArrayList<Path>();
        for (var path = folder.toAbsolutePath().normalize(); !Files.exists(path); path = path.getParent()) {
            missing.add(path);
        }
        ReportFolder.create(folder);
        return new OutputFolder(missing);
    }

    /** Leaves the folder where it is. */
    void keep() {
        isKept = true;
    }

    /** Takes back what was made, unless it is kept or something lies in it. */
    @Override
    public void close() {
        if (isKept) {
            return;
        }
        try {
            for (var folder : made) {
                if (!isEmpty(folder)) {
                    return;
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the empty folder " + made.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
