package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.files.ModelFiles;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the JSON files that stand beside weights. */
final class JsonFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFiles() {}

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the file is missing or isn't one JSON object in UTF-8
     */
    static ObjectNode object(Path file) {
        if (tree(file) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(file + ": expected a JSON object");
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException if the file is missing or isn't one JSON list of texts in UTF-8
     */
    static List<String> texts(Path file) {
        var list = tree(file);
        var texts = StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
        if (list.isArray() && texts.size() == list.size()) {
            return texts;
        }
        throw new IllegalArgumentException(file + ": expected a JSON list of texts");
    }

    private static JsonNode tree(Path file) {
        try {
            return MAPPER.readTree(ModelFiles.text(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same object without keys whose value is null, which Python writes for "not set". */
    static ObjectNode withoutNulls(ObjectNode object) {
        var copy = object.deepCopy();
        copy.removeIf(value -> value.isNull());
        return copy;
    }
}
