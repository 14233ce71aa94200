package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Writes documents as CoNLL-U (https://universaldependencies.org/format.html).
 *
 * <p>A document needs {@link Layers#SENTENCES}, {@link Layers#TOKENS} and {@link Layers#WORDS}; {@link Layers#LEMMAS},
 * {@link Layers#POS}, {@link Layers#STEMS} (as {@code Stem=} in the last column) and {@link ConlluLayers} are written if they are
 * there, other layers are not. Tokens of several words become ranges. Text between tokens that is not one space is kept in the last
 * column, as UDPipe does it ({@code SpaceAfter=No}, {@code SpacesAfter=}, {@code SpacesBefore=}, {@code SpacesInToken=}), so the
 * text can be restored. What the format can't hold (a tab or a line end in a lemma, a space in a tag) becomes a space or {@code _}.
 * A universal tag that Universal Dependencies doesn't have becomes {@code X}. A sentence without tokens and a document without sentences leave nothing.
 *
 * <p>Safe for use by many threads.
 */
public final class ConlluWriter {
    /**
     * Returns a document as CoNLL-U.
     *
     * @throws IllegalStateException if a layer is missing that the format needs, or a token is not inside one sentence
     */
    public String write(Document document) {
        return new ConlluFormatter(document).format();
    }

    /**
     * Writes documents one after the other, each as it comes; the writer stays open.
     *
     * @return how many were written
     * @throws UncheckedIOException if the writer fails
     */
    public long writeAll(Stream<Document> documents, Writer writer) {
        var count = new AtomicLong();
        documents.forEachOrdered(document -> {
            try {
                writer.write(write(document));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write document '" + document.id() + "'", e);
            }
            count.incrementAndGet();
        });
        return count.get();
    }
}
