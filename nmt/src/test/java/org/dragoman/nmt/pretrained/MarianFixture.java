package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * A small model in a Hugging Face directory with what transformers makes of it, both made by {@code src/test/python/marian_fixtures.py},
 * whose header says what the files hold.
 */
public final class MarianFixture {

    /** The directories, one for each form of a model. */
    public static final List<String> NAMES = List.of("base", "big", "separate", "untied");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final JsonNode record;

    private MarianFixture(String name, JsonNode record) {
        this.name = name;
        this.record = record;
    }

    public static MarianFixture read(String name) {
        try (var in = new GZIPInputStream(Files.newInputStream(resource(name + ".json.gz")))) {
            return new MarianFixture(name, JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or folder among the fixtures. */
    static Path resource(String path) {
        try {
            return Path.of(
                    MarianFixture.class.getResource("/pretrained/" + path).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path folder() {
        return resource(name);
    }

    /** What was recorded under a key. */
    public JsonNode get(String key) {
        return record.get(key);
    }

    /** What was recorded under a key, for each text. */
    public List<JsonNode> list(String key) {
        return StreamSupport.stream(record.get(key).spliterator(), false).toList();
    }

    public static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }

    public static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    /** For each of a reference's numbers ours. */
    static int[] toOurs(ReferenceIds reference) {
        var ours = new int[reference.size()];
        var ids = reference.outputsToReference();
        for (var id = 0; id < ids.length; id++) {
            if (ids[id] != ReferenceIds.NONE) {
                ours[ids[id]] = id;
            }
        }
        return ours;
    }

    /** The reference's numbers of the sources, as ours with the end marker. */
    public List<int[][]> sources(PretrainedModel model) {
        var ours = toOurs(model.source().orElseThrow());
        return list("texts").stream()
                .map(text -> ints(text.get("ids")))
                .map(ids -> new int[][] {
                    java.util.Arrays.stream(ids).map(id -> ours[id]).toArray()
                })
                .toList();
    }
}
