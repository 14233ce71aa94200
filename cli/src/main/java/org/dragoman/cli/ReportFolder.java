package org.dragoman.cli;

import org.dragoman.eval.report.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that commands write reports to. */
final class ReportFolder {
    private ReportFolder() {}

    /** Writes a page into a folder, which is made if it isn't there, and returns its file. */
    static Path write(Path folder, Page page) {
        create(folder);
        var file = folder.resolve("index.html");
        page.write(file);
        return file;
    }

    /** Makes a folder and those above it, unless they are there. */
    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
