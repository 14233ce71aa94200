package org.dragoman.annotators.training;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;
import org.dragoman.pipeline.io.ConlluReader;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Treebanks in CoNLL-U, packed with gzip or not, as documents to learn from. */
public final class Treebank {
    /** Sentences of a part, where a file doesn't say where its documents begin. */
    static final int PART = 50;

    private static final int GZIP = 0x1F8B;

    private Treebank() {}

    /**
     * Reads all documents of a file. A document of many sentences, which is a file without {@code # newdoc} most of the time, is cut into
     * parts of {@value #PART}, so that some of it can be held out.
     *
     * @throws UncheckedIOException if it can't be read
     * @throws IllegalArgumentException if it isn't CoNLL-U, with the line, or has no sentence
     */
    public static List<Document> read(Path file) {
        try (var reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder()));
                var documents = new ConlluReader().read(file.toString(), reader)) {
            var parts = documents.flatMap(document -> parts(document).stream()).toList();
            if (parts.isEmpty()) {
                throw new IllegalArgumentException(file + ": expected a treebank in CoNLL-U, got no sentence");
            }
            return parts;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        var isPacked = (in.read() << 8 | in.read()) == GZIP;
        in.reset();
        return isPacked ? new GZIPInputStream(in) : in;
    }

    private static List<Document> parts(Document document) {
        var sentences = Sentence.in(document);
        if (sentences.size() <= 2 * PART) {
            return List.of(document);
        }
        var parts = new ArrayList<Document>();
        for (var start = 0; start < sentences.size(); start += PART) {
            var end = Math.min(start + PART, sentences.size());
            parts.add(part(document, sentences.subList(start, end), "-" + (1 + start / PART)));
        }
        return parts;
    }

    private static Document part(Document document, List<Sentence> sentences, String suffix) {
        var first = sentences.get(0);
        var last = sentences.get(sentences.size() - 1);
        var offset = first.span().start();
        var words = document.get(Layers.WORDS).subList(first.firstWord(), last.endWord()).stream()
                .map(word -> new Word(word.form(), word.token() - first.firstToken()))
                .toList();
        var tokens = document.get(Layers.TOKENS).subList(first.firstToken(), last.endToken());
        var part = Document.of(
                        document.id() + suffix,
                        document.text().substring(offset, last.span().end()))
                .with(
                        Layers.SENTENCES,
                        shifted(sentences.stream().map(Sentence::span).toList(), offset))
                .with(Layers.TOKENS, shifted(tokens, offset))
                .with(Layers.WORDS, words);
        part = withPart(part, document, Layers.POS, first.firstWord(), last.endWord());
        return withPart(part, document, Layers.LEMMAS, first.firstWord(), last.endWord());
    }

    private static <T> Document withPart(Document part, Document whole, Layer<List<T>> layer, int start, int end) {
        return whole.has(layer) ? part.with(layer, whole.get(layer).subList(start, end)) : part;
    }

    private static List<Span> shifted(List<Span> spans, int offset) {
        return spans.stream()
                .map(span -> new Span(span.start() - offset, span.end() - offset))
                .toList();
    }
}
