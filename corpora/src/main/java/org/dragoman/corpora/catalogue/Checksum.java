package org.dragoman.corpora.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What tells that a file is the one that was meant.
 *
 * @param algorithm of the digest
 * @param hex the digest in lower-case hexadecimal
 */
public record Checksum(Algorithm algorithm, String hex) {
    private static final int BUFFER = 1 << 16;

    /** Digests that publishers of corpora give. */
    public enum Algorithm {
        /** The one to prefer. */
        SHA256("sha256", "SHA-256", 64),
        /** All that some older sites publish: it finds damage, but not malice. */
        MD5("md5", "MD5", 32),
        /** The id of the file in a git repository: SHA-1 of {@code blob}, its size, a zero byte and its content. */
        GIT_SHA1("git-sha1", "SHA-1", 40);

        private final String prefix;
        private final String digest;
        private final int length; // of the hexadecimal form

        Algorithm(String prefix, String digest, int length) {
            this.prefix = prefix;
            this.digest = digest;
            this.length = length;
        }

        private static Algorithm named(String prefix, String checksum) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.prefix.equals(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a checksum must begin with one of "
                            + Arrays.stream(values())
                                    .map(algorithm -> algorithm.prefix + ":")
                                    .collect(Collectors.joining(", "))
                            + " and go on in hexadecimal, got \"" + checksum + "\""));
        }
    }

    public Checksum {
        if (!hex.matches("[0-9a-f]{" + algorithm.length + "}")) {
            throw new IllegalArgumentException("a checksum of kind " + algorithm.prefix + " needs " + algorithm.length
                    + " lower-case hexadecimal digits, got \"" + hex + "\"");
        }
    }

    /** Reads the form that {@link #toString} writes. */
    public static Checksum parse(String checksum) {
        var colon = checksum.indexOf(':');
        var algorithm = Algorithm.named(checksum.substring(0, Math.max(0, colon)), checksum);
        return new Checksum(algorithm, checksum.substring(colon + 1));
    }

    /** The checksum of a file's content. */
    public static Checksum of(Path file, Algorithm algorithm) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance(algorithm.digest);
            if (algorithm == Algorithm.GIT_SHA1) {
                digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
            }
            update(digest, in);
            return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java machine lacks the digest " + algorithm.digest, e);
        }
    }

    private static void update(MessageDigest digest, InputStream in) throws IOException {
        var buffer = new byte[BUFFER];
        for (var got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            digest.update(buffer, 0, got);
        }
    }

    /** Whether a file has this checksum. */
    public boolean matches(Path file) {
        return of(file, algorithm).equals(this);
    }

    /** Such as {@code sha256:9f86d0...}. */
    @Override
    public String toString() {
        return algorithm.prefix + ":" + hex;
    }
}
