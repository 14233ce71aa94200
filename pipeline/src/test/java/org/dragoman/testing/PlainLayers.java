package org.dragoman.testing;

import static org.dragoman.pipeline.Layers.CHUNKS;
import static org.dragoman.pipeline.Layers.DOCUMENT_SENTIMENT;
import static org.dragoman.pipeline.Layers.ENTITIES;
import static org.dragoman.pipeline.Layers.KEYWORDS;
import static org.dragoman.pipeline.Layers.LABELS;
import static org.dragoman.pipeline.Layers.LANGUAGE;
import static org.dragoman.pipeline.Layers.LEMMAS;
import static org.dragoman.pipeline.Layers.POS;
import static org.dragoman.pipeline.Layers.SENTENCES;
import static org.dragoman.pipeline.Layers.SENTIMENT;
import static org.dragoman.pipeline.Layers.STEMS;
import static org.dragoman.pipeline.Layers.SUMMARY;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.WORDS;

import org.dragoman.pipeline.Chunk;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Sentiment;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.Word;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Layers by the simplest of rules, so that a test of one step needs no other step: sentences end with a line or after {@code .!?}
 * before a space, tokens are runs of letters and digits or single signs, every word is a noun.
 */
public final class PlainLayers {
    private static final Map<Layer<?>, UnaryOperator<Document>> MAKERS = makers();

    private PlainLayers() {}

    /** The layers that can be added. */
    public static Collection<Layer<?>> all() {
        return MAKERS.keySet();
    }

    /**
     * Returns {@code document} with those of {@code layers} that it does not have, and with what they belong to.
     *
     * @throws IllegalArgumentException if a layer has no simple rule; the test must then add it itself
     */
    public static Document add(Document document, Collection<Layer<?>> layers) {
        var result = document;
        for (var layer : layers) {
            if (!MAKERS.containsKey(layer)) {
                throw new IllegalArgumentException(
                        "no simple rule for layer '" + layer.name() + "'; override prepare() and add it there");
            }
            result = add(result, layer);
        }
        return result;
    }

    private static Document add(Document document, Layer<?> layer) {
        if (document.has(layer)) {
            return document;
        }
        var based = layer.base().map(base -> add(document, base)).orElse(document);
        return MAKERS.get(layer).apply(based);
    }

    private static Map<Layer<?>, UnaryOperator<Document>> makers() {
        var makers = new LinkedHashMap<Layer<?>, UnaryOperator<Document>>();
        makers.put(SENTENCES, document -> document.with(SENTENCES, sentences(document.text())));
        makers.put(TOKENS, document -> document.with(TOKENS, tokens(document.text())));
        makers.put(WORDS, document -> document.with(WORDS, words(document)));
        makers.put(STEMS, document -> document.with(STEMS, lowerCase(document)));
        makers.put(LEMMAS, document -> document.with(LEMMAS, lowerCase(document)));
        makers.put(POS, document -> document.with(POS, each(document.get(WORDS), new PosTag("NOUN", "NN"))));
        makers.put(
                ENTITIES,
                document -> document.with(
                        ENTITIES,
                        firstToken(document)
                                .map(span -> new Entity(span, "PER"))
                                .toList()));
        makers.put(
                CHUNKS,
                document -> document.with(
                        CHUNKS,
                        firstToken(document).map(span -> new Chunk(span, "NP")).toList()));
        makers.put(
                SENTIMENT,
                document -> document.with(SENTIMENT, each(sentences(document.text()), new Sentiment("neutral", 0))));
        makers.put(DOCUMENT_SENTIMENT, document -> document.with(DOCUMENT_SENTIMENT, new Sentiment("neutral", 0)));
        makers.put(LANGUAGE, document -> document.with(LANGUAGE, new Label("en", 1)));
        makers.put(LABELS, document -> document.with(LABELS, List.of(new Label("news", 1))));
        makers.put(KEYWORDS, document -> document.with(KEYWORDS, List.of(new Label("word", 1))));
        makers.put(
                SUMMARY,
                document -> document.with(
                        SUMMARY, sentences(document.text()).stream().limit(1).toList()));
        return makers;
    }

    private static Stream<Span> firstToken(Document document) {
        return tokens(document.text()).stream().limit(1);
    }

    private static <T> List<T> each(List<?> base, T value) {
        return base.stream().map(element -> value).toList();
    }

    private static List<Word> words(Document document) {
        var tokens = document.get(TOKENS);
        var words = new ArrayList<Word>();
        for (var i = 0; i < tokens.size(); i++) {
            words.add(new Word(tokens.get(i).textIn(document.text()), i));
        }
        return words;
    }

    private static List<String> lowerCase(Document document) {
        return document.get(WORDS).stream()
                .map(word -> word.form().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The stretches between blanks that belong together: a new one begins after a line end, or after {@code .!?} and a blank. */
    private static List<Span> sentences(String text) {
        var sentences = new ArrayList<Span>();
        var start = -1;
        var end = 0;
        for (var token : tokens(text)) {
            if (start >= 0 && endsSentence(text, end, token.start())) {
                sentences.add(new Span(start, end));
                start = -1;
            }
            start = start < 0 ? token.start() : start;
            end = token.end();
        }
        if (start >= 0) {
            sentences.add(new Span(start, end));
        }
        return sentences;
    }

    private static boolean endsSentence(String text, int end, int next) {
        var gap = text.substring(end, next);
        return gap.contains("\n") || !gap.isEmpty() && ".!?".indexOf(text.charAt(end - 1)) >= 0;
    }

    private static List<Span> tokens(String text) {
        var tokens = new ArrayList<Span>();
        for (var i = 0; i < text.length(); ) {
            var end = i + Character.charCount(text.codePointAt(i));
            if (isBlank(text.codePointAt(i))) {
                i = end;
                continue;
            }
            if (isInWord(text.codePointAt(i))) {
                while (end < text.length() && isInWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
            }
            tokens.add(new Span(i, end));
            i = end;
        }
        return tokens;
    }

    private static boolean isInWord(int codePoint) {
        var type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}
