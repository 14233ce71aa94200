package org.dragoman.annotators.training;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.io.ConlluReader;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads treebanks to train on. */
public final class Treebanks {
    private Treebanks() {}

    /**
     * The documents of a treebank in CoNLL-U, which may be packed with gzip.
     *
     * @throws UncheckedIOException if it can't be read
     * @throws IllegalArgumentException if a line is wrong, or there is no sentence
     */
    public static List<Document> read(Path file) {
        try (var reader = reader(file);
                var documents = new ConlluReader().read(file.toString(), reader)) {
            var all = documents.toList();
            if (all.isEmpty()) {
                throw new IllegalArgumentException(file + ": expected a treebank in CoNLL-U, but there is no sentence");
            }
            return all;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(unpacked(Files.newInputStream(file)), decoder));
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in);
        buffered.mark(2);
        var isGzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return isGzip ? new GZIPInputStream(buffered) : buffered;
    }
}
