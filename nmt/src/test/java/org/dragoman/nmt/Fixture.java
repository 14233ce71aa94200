package org.dragoman.nmt;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.tensor.Weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reference values of one case, made with PyTorch in Python by {@code src/test/python/layer_fixtures.py}, whose header says what
 * the files hold.
 *
 * <p>A tensor is addressed by section and name: {@code inputs/x}, {@code outputs/weights}, {@code gradients/qkv.weight}. The
 * sections are parameters, inputs, cotangents, outputs and gradients; values are in row-major order.
 */
public final class Fixture {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final JsonNode root;

    private Fixture(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    /**
     * Reads {@code fixtures/name.json} from the class path, and the gradients from {@code fixtures/name-gradients.json} where a
     * large case keeps them apart.
     */
    public static Fixture read(String name) {
        var root = (ObjectNode) parse(resource(name));
        var apart = Fixture.class.getResource("/fixtures/" + name + "-gradients.json");
        if (apart != null) {
            root.set("gradients", parse(apart).get("gradients"));
        }
        return new Fixture(name, root);
    }

    private static URL resource(String name) {
        var found = Fixture.class.getResource("/fixtures/" + name + ".json");
        if (found == null) {
            throw new IllegalArgumentException("no fixture '" + name + "': fixtures/" + name
                    + ".json is not on the class path; src/test/python/layer_fixtures.py makes them");
        }
        return found;
    }

    private static JsonNode parse(URL resource) {
        try (var in = resource.openStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** Returns one setting, such as {@code config("heads").intValue()}. */
    public JsonNode config(String key) {
        return child(root.get("config"), key, "config/" + key);
    }

    /** Returns the names of a section in the order of the file. */
    public List<String> names(String section) {
        var names = new ArrayList<String>();
        child(root, section, section).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns all parameters with {@code prefix} put before their names, ready for a layer that was built under that name. */
    public Map<String, Weights> parameters(String prefix) {
        var parameters = new LinkedHashMap<String, Weights>();
        for (var parameter : names("parameters")) {
            var path = "parameters/" + parameter;
            parameters.put(prefix + parameter, new Weights(shape(path), floats(path)));
        }
        return parameters;
    }

    /** Returns the size of each dimension; none for a single number. */
    public long[] shape(String path) {
        return longs(tensor(path).get("shape"), path);
    }

    /** Returns the values of a tensor, rounded to the nearest float. */
    public float[] floats(String path) {
        var data = tensor(path).get("data");
        var values = new float[data.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(data.get(i).asText());
        }
        return values;
    }

    /** Returns the values of a tensor of ids or of a mask. */
    public long[] longs(String path) {
        return longs(tensor(path).get("data"), path);
    }

    private long[] longs(JsonNode data, String path) {
        var values = new long[data.size()];
        for (var i = 0; i < values.length; i++) {
            if (!data.get(i).isIntegralNumber()) {
                throw new IllegalArgumentException(
                        name + ": " + path + " holds " + data.get(i) + ", expected integers");
            }
            values[i] = data.get(i).longValue();
        }
        return values;
    }

    /**
     * Asserts that every value differs from the reference by at most {@code tolerance} times the largest magnitude in the
     * reference (times 1 where all of that is zero).
     */
    public void assertClose(float[] actual, String path, double tolerance) {
        var everywhere = new boolean[floats(path).length];
        Arrays.fill(everywhere, true);
        compare(actual, path, everywhere, tolerance);
    }

    /**
     * The same at the places where a mask is 1; for outputs that mean nothing at padding.
     *
     * @param mask path of a mask (B, S) for a reference (B, S, ...)
     */
    public void assertCloseWhere(String mask, float[] actual, String path, double tolerance) {
        var ones = longs(mask);
        var places = new boolean[floats(path).length];
        if (ones.length == 0 || !startsWith(shape(path), shape(mask))) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: the mask %s has shape %s, expected the first dimensions of %s, which has %s",
                    name,
                    mask,
                    Arrays.toString(shape(mask)),
                    path,
                    Arrays.toString(shape(path))));
        }
        for (var i = 0; i < places.length; i++) {
            places[i] = ones[i / (places.length / ones.length)] == 1;
        }
        compare(actual, path, places, tolerance);
    }

    private static boolean startsWith(long[] shape, long[] start) {
        return shape.length >= start.length && Arrays.equals(Arrays.copyOf(shape, start.length), start);
    }

    private void compare(float[] actual, String path, boolean[] places, double tolerance) {
        var expected = floats(path);
        if (actual.length != expected.length) {
            fail("%s: %s should have %d values %s, got %d"
                    .formatted(name, path, expected.length, Arrays.toString(shape(path)), actual.length));
        }
        var allowed = tolerance * scale(expected);
        var worst = -1;
        var wrong = 0;
        for (var i = 0; i < expected.length; i++) {
            if (places[i] && !(difference(actual, expected, i) <= allowed)) {
                wrong++;
                worst = worst < 0 || difference(actual, expected, i) > difference(actual, expected, worst) ? i : worst;
            }
        }
        if (wrong > 0) {
            fail(message(path, actual[worst], expected[worst], worst, allowed)
                    + "; %d of %d values differ by more".formatted(wrong, expected.length));
        }
    }

    private static double scale(float[] expected) {
        var largest = 0.0;
        for (var value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : largest;
    }

    /** NaN counts as the largest difference of all. */
    private static double difference(float[] actual, float[] expected, int place) {
        var difference = Math.abs((double) actual[place] - expected[place]);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private String message(String path, float actual, float expected, int place, double allowed) {
        return String.format(
                Locale.ROOT,
                "%s: %s differs most at %s of %s: expected %s, got %s, difference %.2g, allowed %.2g",
                name,
                path,
                Arrays.toString(indexOf(place, shape(path))),
                Arrays.toString(shape(path)),
                expected,
                actual,
                Math.abs((double) actual - expected),
                allowed);
    }

    private static long[] indexOf(int place, long[] shape) {
        var index = new long[shape.length];
        var rest = (long) place;
        for (var dimension = shape.length - 1; dimension >= 0; dimension--) {
            index[dimension] = rest % shape[dimension];
            rest /= shape[dimension];
        }
        return index;
    }

    private JsonNode tensor(String path) {
        var slash = path.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    name + ": a tensor is addressed as section/name, such as inputs/x, got '" + path + "'");
        }
        var section = path.substring(0, slash);
        return child(child(root, section, section), path.substring(slash + 1), path);
    }

    private JsonNode child(JsonNode parent, String key, String path) {
        if (!parent.has(key)) {
            var known = new ArrayList<String>();
            parent.fieldNames().forEachRemaining(known::add);
            throw new IllegalArgumentException(name + " has no '" + path + "'; there are " + known);
        }
        return parent.get(key);
    }
}
