package org.dragoman.nmt.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the files of a model, with the same words for what stands in the way. */
public final class ModelFiles {

    /** How a pointer begins that Git leaves in the place of a large file that has not been fetched. */
    private static final byte[] POINTER = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    /** Makes something of a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Path file) throws IOException;
    }

    private ModelFiles() {}

    /**
     * Returns what {@code reading} makes of a file.
     *
     * @throws IllegalArgumentException if there is no such file, it is a pointer of Git LFS, or {@code reading} finds that it isn't UTF-8
     * @throws UncheckedIOException if it can't be read
     */
    public static <T> T read(Path file, Reading<T> reading) {
        try {
            requireFetched(file);
            return reading.read(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a whole file of text; see {@link #read}. */
    public static String text(Path file) {
        return read(file, Files::readString);
    }

    /** @throws IllegalArgumentException if the file is a pointer of Git LFS */
    public static void requireFetched(Path file) throws IOException {
        if (isPointer(file)) {
            throw new IllegalArgumentException(
                    file + " is a pointer of Git LFS, not the file that it stands for: fetch that with 'git lfs pull'");
        }
    }

    private static boolean isPointer(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(POINTER.length), POINTER);
        }
    }
}
