package org.dragoman.annotators.opennlp;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A model file that an artefact of Maven Central has at the root of its jar.
 *
 * <p>It is opened by its full name. The jars also have an index each, but all under the same name, so in a jar that unites them
 * only one index is left.
 *
 * @param artefact group, name and version, with colons between them
 * @param name full name of the file
 * @param sha256 expected checksum of the file in lower-case hexadecimal digits
 */
record ModelFile(String artefact, String name, String sha256) {
    /**
     * Reads the whole file.
     *
     * @throws UncheckedIOException if the class path lacks it, or has another file under its name
     */
    byte[] read(ClassLoader classPath) {
        try (var in = open(classPath)) {
            var bytes = in.readAllBytes();
            checkSum(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private InputStream open(ClassLoader classPath) throws FileNotFoundException {
        var in = classPath.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(
                    "the model " + name + " is not on the class path; add the Maven artefact " + artefact);
        }
        return in;
    }

    private void checkSum(byte[] bytes) throws IOException {
        var actual = HexFormat.of().formatHex(digest(bytes));
        if (!actual.equals(sha256)) {
            throw new IOException("the model " + name + " on the class path is not that of " + artefact
                    + ": expected SHA-256 " + sha256 + ", got " + actual + " (" + bytes.length
                    + " bytes); remove other copies from the class path");
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
