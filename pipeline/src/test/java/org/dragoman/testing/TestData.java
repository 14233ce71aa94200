package org.dragoman.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The published corpora that some tests read, in the folder that the system property {@code dragoman.data} names. A test that
 * asks for a file is skipped, with the reason, if there is no such folder, and fails if the folder lacks the file.
 */
public final class TestData {
    private static final String PROPERTY = "dragoman.data";

    private TestData() {}

    /** The folder of all corpora. */
    public static Path folder() {
        var value = System.getProperty(PROPERTY, "");
        var folder = Path.of(value);
        assumeTrue(
                !value.isEmpty() && Files.isDirectory(folder),
                "no corpora: the system property " + PROPERTY + " is \"" + value + "\", which is not a folder");
        return folder;
    }

    /** A file or folder of the corpora, such as {@code mt/multi30k/raw/val.en.gz}. */
    public static Path file(String name) {
        var file = folder().resolve(name);
        assertThat(file).as("the corpora are there, but not %s", name).exists();
        return file;
    }

    /** All of a text file in UTF-8; one whose name ends in {@code .gz} is unpacked. */
    public static String text(String name) {
        var file = file(name);
        try (var in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The lines of a text file in UTF-8; one whose name ends in {@code .gz} is unpacked. Lines end with LF, CR LF or CR. */
    public static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
