package org.dragoman.nmt.factors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.text.Vocabulary;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layer of the pipeline; each piece has the value of its token.
 *
 * <p>Of {@code pos} that is the universal tag; of {@code entities} and {@code chunks} the type with {@code B-} at its first token and
 * {@code I-} at the others, or {@code O}; of any other layer the text that it has for the word. The values of a token with several words
 * are joined by {@code +}.
 *
 * @param layer its name: {@code pos}, {@code lemmas}, {@code stems}, {@code entities}, {@code chunks}, or that of another layer with a
 *     text for each word
 * @param size see {@link Factor#size}
 * @param minimumCount occurrences in the training corpora below which a value is unknown; above 1, so that training meets unknown values,
 *     too
 */
public record LayerFactor(String layer, Optional<Integer> size, int minimumCount) implements Factor {

    static final int DEFAULT_MINIMUM_COUNT = 2;

    /** @throws IllegalArgumentException if the layer is one of the pipeline's own and has no value for each word */
    public LayerFactor {
        LayerValues.named(layer);
        if (minimumCount < 1) {
            throw new IllegalArgumentException("minimumCount must be at least 1, got " + minimumCount);
        }
    }

    static LayerFactor from(Settings settings) {
        var layer = settings.text("layer").check(LayerValues::isKnown, LayerValues.EXPECTED);
        return new LayerFactor(
                layer.or(Layers.POS.name()),
                settings.integer("size").atLeast(1).optional(),
                settings.integer("minimumCount").atLeast(1).or(DEFAULT_MINIMUM_COUNT));
    }

    @Override
    public String name() {
        return layer;
    }

    @Override
    public Set<Layer<?>> requires() {
        return LayerValues.named(layer).requires();
    }

    @Override
    public PieceValues of(Document document) {
        var values = LayerValues.named(layer).ofTokens(document);
        return (tokens, piece) -> tokens[piece] < 0 ? PieceValues.NONE : values.get(tokens[piece]);
    }

    @Override
    public Vocabulary vocabulary(Map<String, Long> counts) {
        return Vocabulary.of(counts, minimumCount, Integer.MAX_VALUE);
    }

    @Override
    public ObjectNode toJson() {
        var node = JsonNodeFactory.instance.objectNode().put("layer", layer);
        size.ifPresent(numbers -> node.put("size", numbers));
        return node.put("minimumCount", minimumCount);
    }
}
