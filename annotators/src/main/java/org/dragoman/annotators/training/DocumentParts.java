package org.dragoman.annotators.training;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentence;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.List;

/** Cuts long documents into parts, so that some of a treebank that doesn't say where its documents begin can be held out. */
final class DocumentParts {
    /** Sentences of a part. */
    static final int LENGTH = 50;

    private DocumentParts() {}

    /**
     * The parts of a document with sentences, tokens and words; its tags and lemmas go with them. A document of up to twice {@value #LENGTH}
     * sentences is left whole.
     */
    static List<Document> of(Document document) {
        var sentences = Sentence.in(document);
        if (sentences.size() <= 2 * LENGTH) {
            return List.of(document);
        }
        var parts = new ArrayList<Document>();
        for (var start = 0; start < sentences.size(); start += LENGTH) {
            var end = Math.min(start + LENGTH, sentences.size());
            parts.add(part(document, sentences.subList(start, end), "-" + (1 + start / LENGTH)));
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
