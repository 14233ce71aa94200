package org.dragoman.corpora.format;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Aligned files whose names differ in the language at their end.
 *
 * @param prefix the name without the dot and the language; may lie in a zip archive, as {@code corpus.zip!Books.de-en}
 * @param languages ends of the names
 */
record MosesFiles(Path prefix, Languages languages) {
    private static final String GZIP = ".gz";

    Path source() {
        return existing(languages.source());
    }

    Path target() {
        return existing(languages.target());
    }

    /** The file, or that with {@code .gz} behind its name if only this is there. */
    private Path existing(String language) {
        var plain = with("." + language);
        var packed = with("." + language + GZIP);
        return !Files.exists(plain) && Files.exists(packed) ? packed : plain;
    }

    Path newSource() {
        return made(languages.source());
    }

    Path newTarget() {
        return made(languages.target());
    }

    /** Where the prefix ends in {@code .gz}, so do the files. */
    private Path made(String language) {
        var name = prefix.toString();
        return name.endsWith(GZIP)
                ? prefix.getFileSystem()
                        .getPath(name.substring(0, name.length() - GZIP.length()) + "." + language + GZIP)
                : with("." + language);
    }

    private Path with(String end) {
        return prefix.getFileSystem().getPath(prefix + end);
    }
}
