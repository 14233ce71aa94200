package org.dragoman.nmt.factors;

import org.dragoman.pipeline.Chunk;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a layer gives each token a value.
 *
 * @param requires the layers that are read
 * @param values one for each token of a document
 */
record LayerValues(Set<Layer<?>> requires, Function<Document, List<String>> values) {

    static final String EXPECTED =
            "pos, lemmas, stems, entities, chunks or a layer with a prefix and a text for each word, such as acme:tone";

    private static final String OUTSIDE = "O";

    private static final Map<String, LayerValues> KNOWN = Map.of(
            Layers.POS.name(), ofWords(Layers.POS, PosTag::universal),
            Layers.LEMMAS.name(), ofWords(Layers.LEMMAS, Function.identity()),
            Layers.STEMS.name(), ofWords(Layers.STEMS, Function.identity()),
            Layers.ENTITIES.name(), ofSpans(Layers.ENTITIES, Entity::span, Entity::type),
            Layers.CHUNKS.name(), ofSpans(Layers.CHUNKS, Chunk::span, Chunk::type));

    private static final Pattern PREFIXED = Pattern.compile("[a-z][a-z0-9]*(:[a-z0-9]+)+");

    static boolean isKnown(String layer) {
        return KNOWN.containsKey(layer) || PREFIXED.matcher(layer).matches();
    }

    /** @throws IllegalArgumentException if the layer has no value for each word */
    static LayerValues named(String layer) {
        if (!isKnown(layer)) {
            throw new IllegalArgumentException("a factor needs " + EXPECTED + ", got \"" + layer + "\"");
        }
        var known = KNOWN.get(layer);
        return known == null ? ofWords(Layer.each(Layers.WORDS, layer, String.class), Function.identity()) : known;
    }

    private static <E> LayerValues ofWords(Layer<List<E>> layer, Function<E, String> text) {
        return new LayerValues(Set.of(Layers.TOKENS, Layers.WORDS, layer), document -> {
            var values = new ArrayList<>(
                    Collections.nCopies(document.get(Layers.TOKENS).size(), ""));
            var words = document.get(Layers.WORDS);
            var elements = document.get(layer);
            for (var i = 0; i < words.size(); i++) {
                var value = text.apply(elements.get(i));
                values.set(words.get(i).token(), joined(values.get(words.get(i).token()), value));
            }
            return values;
        });
    }

    private static String joined(String before, String value) {
        return before.isEmpty() ? value : before + "+" + value;
    }

    /** A token that lies in several spans, which may nest, has the type of the first, which is the outermost. */
    private static <E> LayerValues ofSpans(Layer<List<E>> layer, Function<E, Span> span, Function<E, String> type) {
        return new LayerValues(Set.of(Layers.TOKENS, layer), document -> {
            var tokens = document.get(Layers.TOKENS);
            var values = new ArrayList<>(Collections.nCopies(tokens.size(), OUTSIDE));
            for (var element : document.get(layer)) {
                mark(values, tokens, span.apply(element), type.apply(element));
            }
            return values;
        });
    }

    private static void mark(List<String> values, List<Span> tokens, Span span, String type) {
        var prefix = "B-";
        for (var token = PieceTokens.firstEndingAfter(tokens, span.start());
                token < tokens.size() && tokens.get(token).start() < span.end();
                token++) {
            if (values.get(token).equals(OUTSIDE)) {
                values.set(token, prefix + type);
                prefix = "I-";
            }
        }
    }

    /** One value for each token of a document that has the layers of {@link #requires}. */
    List<String> ofTokens(Document document) {
        return values.apply(document);
    }
}
