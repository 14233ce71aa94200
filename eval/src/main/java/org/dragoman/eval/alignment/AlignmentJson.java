package org.dragoman.eval.alignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.eval.Decimals;

import java.math.BigDecimal;
import java.util.List;

/**
 * Alignments as JSON, an object in one line each: {@code source} and {@code target} have the tokens; {@code layers} has a list for each layer,
 * in it one for each head, in it one for each target token, in it the weight of each source token; {@code average} has the same for the mean of
 * all, a list for each target token.
 */
public final class AlignmentJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AlignmentJson() {}

    /** The line without its end. Weights have all their digits, as {@link Decimals#shortest} gives them. */
    public static String write(LayeredAlignment alignment) {
        return node(alignment).toString();
    }

    /** The object, to which others may add keys. */
    public static ObjectNode node(LayeredAlignment alignment) {
        var object = NODES.objectNode();
        object.set("source", texts(alignment.source()));
        object.set("target", texts(alignment.target()));
        var layers = object.putArray("layers");
        for (var layer : alignment.layers()) {
            var heads = layers.addArray();
            layer.forEach(head -> heads.add(weights(head)));
        }
        object.set("average", weights(alignment.average()));
        return object;
    }

    private static ArrayNode texts(List<String> tokens) {
        var texts = NODES.arrayNode();
        tokens.forEach(texts::add);
        return texts;
    }

    private static ArrayNode weights(SoftAlignment alignment) {
        var rows = NODES.arrayNode();
        for (var t = 0; t < alignment.target().size(); t++) {
            var row = rows.addArray();
            for (var s = 0; s < alignment.source().size(); s++) {
                row.add(new BigDecimal(Decimals.shortest(alignment.weight(s, t))));
            }
        }
        return rows;
    }
}
