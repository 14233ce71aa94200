package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads CoNLL-U (https://universaldependencies.org/format.html).
 *
 * <p>A document begins at each {@code # newdoc}; a file without it is one document, named after the file. Documents have
 * {@link Layers#SENTENCES}, {@link Layers#TOKENS} and {@link Layers#WORDS}, {@link Layers#LEMMAS} and {@link Layers#POS} if any
 * word has them, {@link Layers#STEMS} if every word has {@code Stem=} in its last column, and {@link ConlluLayers}, which keep
 * the rest, so that {@link ConlluWriter} writes the file as it was.
 *
 * <p>The text is put together from the tokens. Between them stands what {@code SpacesAfter=} says, or else what {@code # text}
 * has there, or else nothing after {@code SpaceAfter=No} and a space otherwise; before {@code # newpar} stands an empty line.
 *
 * <p>Safe for use by many threads; a stream that it returns is not.
 */
public final class ConlluReader {
    /**
     * Reads a file in UTF-8, one document at a time as they are asked for. Close the stream to close the file. A wrong line throws
     * an {@link IllegalArgumentException} with file, line, value and what was expected.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public Stream<Document> read(Path file) {
        try {
            var reader = Files.newBufferedReader(file);
            return read(file.toString(), reader).onClose(() -> close(file, reader));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * The same from a reader, which stays open.
     *
     * @param source where the lines are from, for messages and as the id of a document that has none
     */
    public Stream<Document> read(String source, BufferedReader reader) {
        var documents = new ConlluDocuments(source, reader);
        var spliterator = Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(spliterator, false);
    }

    private static void close(Path file, BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
