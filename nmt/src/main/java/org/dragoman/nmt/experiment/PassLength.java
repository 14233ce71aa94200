package org.dragoman.nmt.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.dragoman.corpora.Lines;

import java.nio.file.Path;
import java.util.OptionalDouble;

/** How many updates a pass over the training corpus took, by the log of the training: exact to the distance of two entries. */
final class PassLength {
    private static final JsonMapper JSON = new JsonMapper();

    private int passes;
    private long updates;

    private PassLength() {}

    /** Returns the updates of a pass; nothing if the log has none that is complete. */
    static OptionalDouble in(Path log) {
        var length = new PassLength();
        Lines.readAll(log).forEach(length::read);
        return length.passes == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) length.updates / length.passes);
    }

    private void read(String line) {
        var entry = parse(line);
        var complete = entry.path("epoch").asInt();
        if (entry.path("event").asText().equals("updated") && complete > passes) {
            passes = complete;
            updates = entry.path("step").asLong() - 1;
        }
    }

    /** The last line of a killed run may be cut short. */
    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
