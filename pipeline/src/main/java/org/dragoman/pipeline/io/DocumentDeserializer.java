package org.dragoman.pipeline.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the form of JSON that {@link DocumentJson} describes. */
final class DocumentDeserializer extends StdDeserializer<Document> {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KEYS = Set.of("id", "text", "metadata", "layers");

    private final transient Map<String, Layer<?>> known = new TreeMap<>();

    DocumentDeserializer(List<Layer<?>> layers) {
        super(Document.class);
        layers.forEach(layer -> known.put(layer.name(), layer));
    }

    @Override
    public Document deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var tree = context.readTree(parser);
        if (!(tree instanceof ObjectNode object)) {
            return context.reportInputMismatch(this, "expected a document, which is a JSON object, got %s", tree);
        }
        checkKeys(object, context);
        checkObject(object, "metadata", context);
        checkObject(object, "layers", context);
        var id = string(object, "id", context);
        var text = string(object, "text", context);
        var document = checked(context, () -> Document.of(id, text).withMetadata(metadata(object)));
        for (var layer : layers(object.path("layers"), context)) {
            document = with(document, layer, object.get("layers").get(layer.name()), context);
        }
        return document;
    }

    private void checkKeys(ObjectNode object, DeserializationContext context) throws JsonMappingException {
        for (var key : object.properties()) {
            if (!KEYS.contains(key.getKey())) {
                context.reportInputMismatch(
                        this, "unknown key '%s' in a document; expected id, text, metadata, layers", key.getKey());
            }
        }
    }

    private void checkObject(ObjectNode object, String key, DeserializationContext context)
            throws JsonMappingException {
        if (object.has(key) && !object.get(key).isObject()) {
            context.reportInputMismatch(this, "'%s' of a document must be an object, got %s", key, object.get(key));
        }
    }

    private String string(ObjectNode object, String key, DeserializationContext context) throws JsonMappingException {
        if (!object.path(key).isTextual()) {
            context.reportInputMismatch(this, "'%s' of a document must be a string, got %s", key, object.get(key));
        }
        return object.get(key).textValue();
    }

    private static Map<String, String> metadata(ObjectNode object) {
        var metadata = new LinkedHashMap<String, String>();
        for (var entry : object.path("metadata").properties()) {
            if (!entry.getValue().isTextual()) {
                throw new IllegalArgumentException(
                        "metadata '" + entry.getKey() + "' must be a string, got " + entry.getValue());
            }
            metadata.put(entry.getKey(), entry.getValue().textValue());
        }
        return metadata;
    }

    /** The layers of the document, each after the one that it belongs to; translations, which may refer to any, last. */
    private List<Layer<?>> layers(JsonNode node, DeserializationContext context) throws JsonMappingException {
        var layers = new ArrayList<Layer<?>>();
        for (var entry : node.properties()) {
            var layer = known.get(entry.getKey());
            if (layer == null) {
                context.reportInputMismatch(
                        this,
                        "unknown layer '%s'; give it to DocumentJson.withLayers, known are %s",
                        entry.getKey(),
                        known.keySet());
            }
            layers.add(layer);
        }
        layers.sort(Comparator.comparingInt(DocumentDeserializer::depth));
        return layers;
    }

    private static int depth(Layer<?> layer) {
        return layer.equals(Layers.TRANSLATION)
                ? Integer.MAX_VALUE
                : layer.base().map(base -> 1 + depth(base)).orElse(0);
    }

    private <T> Document with(Document document, Layer<T> layer, JsonNode node, DeserializationContext context)
            throws IOException {
        try {
            T value = context.readTreeAsValue(node, context.constructType(layer.type()));
            return checked(context, () -> document.with(layer, value));
        } catch (JsonMappingException e) {
            e.prependPath(Document.class, layer.name());
            e.prependPath(Document.class, "layers");
            throw e;
        }
    }

    private static <T> T checked(DeserializationContext context, Supplier<T> action) throws JsonMappingException {
        try {
            return action.get();
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw JsonMappingException.from(context, e.getMessage(), e);
        }
    }
}
