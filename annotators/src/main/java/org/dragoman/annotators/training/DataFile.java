package org.dragoman.annotators.training;

import org.dragoman.corpora.catalogue.Checksum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a model was made from or tested on. Its folder is left out: that differs from machine to machine, and the checksum tells.
 *
 * @param role what it served as, such as {@code train}
 * @param name of the file
 * @param bytes its size on disk
 * @param checksum of its bytes on disk
 */
public record DataFile(String role, String name, long bytes, Checksum checksum) {
    /**
     * Looks at a file.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static DataFile of(String role, Path file) {
        try {
            var name = file.toAbsolutePath().getFileName().toString();
            return new DataFile(role, name, Files.size(file), Checksum.of(file, Checksum.Algorithm.SHA256));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
