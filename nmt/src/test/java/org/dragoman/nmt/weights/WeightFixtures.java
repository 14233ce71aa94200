package org.dragoman.nmt.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that {@code weights_fixtures.py} wrote, and what the libraries that own the formats read from them. */
final class WeightFixtures {

    static final List<String> TORCH = List.of("new.bin", "deflated.bin", "old.bin", "protocol4.bin", "big-endian.bin");
    static final List<String> NUMPY = List.of("stored.npz", "deflated.npz", "marian.npz");

    private static final JsonNode EXPECTED = read();

    private WeightFixtures() {}

    private static JsonNode read() {
        try {
            return new JsonMapper().readTree(bytes("expected.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String name) {
        try {
            return Path.of(WeightFixtures.class.getResource("/weights/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a file with the reader that its name asks for. */
    static TensorFile open(Path file) {
        var name = file.getFileName().toString();
        if (name.equals("model.bin")) {
            return CTranslate2File.open(file);
        }
        if (name.endsWith(".bin")) {
            return TorchFile.open(file);
        }
        return name.endsWith(".npz") ? NpzFile.open(file) : SafetensorsFile.open(file);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(String file) {
        return EXPECTED.get(file).properties().stream()
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    static StoredType type(String file, String tensor) {
        return StoredType.valueOf(EXPECTED.get(file).get(tensor).get("type").textValue());
    }

    static long[] shape(String file, String tensor) {
        return list(file, tensor, "shape").stream()
                .mapToLong(JsonNode::longValue)
                .toArray();
    }

    static float[] values(String file, String tensor) {
        var list = list(file, tensor, "values");
        var values = new float[list.size()];
        for (var i = 0; i < values.length; i++) {
            var text = list.get(i).textValue();
            values[i] = text.equals("-inf") ? Float.NEGATIVE_INFINITY : (float) Double.parseDouble(text);
        }
        return values;
    }

    private static List<JsonNode> list(String file, String tensor, String key) {
        var items = new java.util.ArrayList<JsonNode>();
        EXPECTED.get(file).get(tensor).get(key).forEach(items::add);
        return items;
    }
}
