package org.dragoman.pipeline.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One JSON object of settings, read strictly; comments as in Java may stand between its parts.
 *
 * <pre>{@code
 * var config = Settings.read(Path.of("beam.json")).build(settings -> new BeamConfig(
 *         settings.integer("width").atLeast(1).or(5),
 *         settings.integer("maxTokens").atLeast(1).required(),
 *         settings.decimal("lengthPenalty").between(0.0, 2.0).or(0.6)));
 * }</pre>
 *
 * <p>{@link #build} throws one {@link IllegalArgumentException} that lists everything that is wrong, each with its path in the
 * file: values of the wrong type or out of range, missing keys, keys that were not asked for (with the nearest that was), and what
 * a constructor refused. Ask for all keys before doing anything that can fail.
 *
 * <p>Not safe for use by several threads.
 */
public final class Settings {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern PLACE =
            Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]"); // as Jackson writes it within a message
    private static final String WHOLE_NUMBER = "a whole number";

    private final ObjectNode node;
    private final String path; // where this object is in the file: "", "model", "steps[2]"
    private final Path folder;
    private final Problems problems;
    private final Set<String> asked;

    private Settings(ObjectNode node, String path, Path folder, Problems problems) {
        this(node, path, folder, problems, new LinkedHashSet<>());
    }

    private Settings(ObjectNode node, String path, Path folder, Problems problems, Set<String> asked) {
        this.node = node;
        this.path = path;
        this.folder = folder;
        this.problems = problems;
        this.asked = asked;
    }

    /**
     * Reads a file; paths in it are relative to its folder.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is not one JSON object
     */
    public static Settings read(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            return parse(file.toString(), Files.readString(file), folder);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read settings from " + file + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException("cannot read settings from " + file + ": it is not UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read settings from " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a text; paths in it are relative to the working directory.
     *
     * @param source where the text is from, for messages
     * @throws IllegalArgumentException if it is not one JSON object
     */
    public static Settings parse(String source, String json) {
        return parse(source, json, Path.of(""));
    }

    /**
     * Wraps an object that has been read already.
     *
     * @param source where the object is from, for messages
     */
    public static Settings of(String source, ObjectNode node) {
        return new Settings(node, "", Path.of(""), new Problems(source));
    }

    /**
     * Wraps an object that has been read already.
     *
     * @param source where the object is from, for messages
     * @param folder to which paths are relative
     */
    public static Settings of(String source, ObjectNode node, Path folder) {
        return new Settings(node, "", folder, new Problems(source));
    }

    private static Settings parse(String source, String json, Path folder) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new Settings(object, "", folder, new Problems(source));
            }
            var found = json.isBlank() ? "nothing" : shorten(json.strip());
            throw new IllegalArgumentException(source + ": expected a JSON object, got " + found);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            var where = place == null ? "" : ":" + place.getLineNr() + ":" + place.getColumnNr();
            throw new IllegalArgumentException(
                    source + where + ": not valid JSON: "
                            + PLACE.matcher(e.getOriginalMessage()).replaceAll("line $1, column $2"),
                    e);
        }
    }

    /**
     * Returns what {@code builder} makes of these settings.
     *
     * @throws IllegalArgumentException if anything is wrong; the message lists all of it
     */
    public <T> T build(Function<? super Settings, ? extends T> builder) {
        T result = attempt(builder);
        problems.throwIfAny();
        return result;
    }

    /** Whether something wrong has been found so far, in which case some values may be stand-ins. */
    public boolean hasProblems() {
        return problems.count() > 0;
    }

    /** The keys of this object, in the order of the file. Reading them does not count as asking for them. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        node.fieldNames().forEachRemaining(keys::add);
        return List.copyOf(keys);
    }

    /** This object as it was read, as JSON in one line; to be kept beside what was made from it. */
    public String json() {
        return node.toString();
    }

    /** These settings, with a string for a key that is absent; a key that is asked of the one counts as asked of the other. */
    public Settings orText(String key, String value) {
        return node.has(key) ? this : new Settings(node.deepCopy().put(key, value), path, folder, problems, asked);
    }

    /** These settings with another string under a key, whether or not it is there; none of the keys counts as asked for. */
    public Settings with(String key, String value) {
        return new Settings(node.deepCopy().put(key, value), path, folder, problems);
    }

    /** Lets pass the keys that have not been asked for, where a fault makes it impossible to know which are right. */
    public void passRest() {
        asked.addAll(keys());
    }

    /**
     * Reports a fault that a reader found itself, such as two values that do not go together.
     *
     * @param fault what is wrong with the key, such as {@code "must be smaller than maxTokens"}
     */
    public void problem(String key, String fault) {
        problems.add(pathOf(key) + " " + fault);
    }

    /** A whole number that fits an {@code int}. */
    public RangedSetting<Integer> integer(String key) {
        return ranged(
                key,
                WHOLE_NUMBER,
                0,
                value -> value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null);
    }

    /** A whole number that fits a {@code long}, such as a seed. */
    public RangedSetting<Long> longInteger(String key) {
        return ranged(
                key,
                WHOLE_NUMBER,
                0L,
                value -> value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null);
    }

    /** A finite number. */
    public RangedSetting<Double> decimal(String key) {
        return ranged(key, "a number", 0.0, Settings::finite);
    }

    /** {@code true} or {@code false}. */
    public Setting<Boolean> flag(String key) {
        return setting(key, "true or false", false, value -> value.isBoolean() ? value.booleanValue() : null);
    }

    /** A string. */
    public Setting<String> text(String key) {
        return setting(key, "a string", "", Settings::string);
    }

    /** A path, relative to the folder of the file. */
    public Setting<Path> path(String key) {
        return setting(key, "a path", folder, this::resolve);
    }

    /** A list of paths, relative to the folder of the file. */
    public Setting<List<Path>> paths(String key) {
        return list(key, "a list of paths", this::resolve);
    }

    /** A constant of an enum, written in lower case with hyphens: {@code SCALED_DOT} is {@code "scaled-dot"}. */
    public <E extends Enum<E>> Setting<E> choice(String key, Class<E> type) {
        var constants = new LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            constants.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        var expected = "one of " + String.join(", ", constants.keySet());
        return setting(key, expected, type.getEnumConstants()[0], value -> constants.get(value.asText()));
    }

    /** A list of strings. */
    public Setting<List<String>> texts(String key) {
        return list(key, "a list of strings", Settings::string);
    }

    /** A list of whole numbers that fit an {@code int}. */
    public Setting<List<Integer>> integers(String key) {
        return list(
                key,
                "a list of whole numbers",
                value -> value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null);
    }

    /** A list of finite numbers. */
    public Setting<List<Double>> decimals(String key) {
        return list(key, "a list of numbers", Settings::finite);
    }

    /** An object as it stands, for settings that are put together before they are read; nothing in it is checked here. */
    public Setting<ObjectNode> tree(String key) {
        return setting(
                key,
                "an object",
                node.objectNode(),
                value -> value instanceof ObjectNode object ? object.deepCopy() : null);
    }

    /** An object with settings of its own. */
    public <T> Setting<T> object(String key, Function<? super Settings, ? extends T> builder) {
        return nested(key, "an object", null, value -> inner(value, pathOf(key), builder));
    }

    /** A list of objects with settings of their own. */
    public <T> Setting<List<T>> objects(String key, Function<? super Settings, ? extends T> builder) {
        return nested(
                key,
                "a list of objects",
                List.of(),
                value -> each(key, value, (element, where) -> inner(element, where, builder)));
    }

    /**
     * An object of one of several kinds, which its key {@code type} names: {@code {"type": "additive", "size": 512}}. A kind
     * without further settings can be written as its name alone.
     */
    public <T> Setting<T> kind(String key, Map<String, ? extends Function<? super Settings, ? extends T>> kinds) {
        BiFunction<String, Settings, T> builder =
                (name, inner) -> kinds.get(name).apply(inner);
        return nested(
                key,
                "an object with a type",
                null,
                value -> named(value, pathOf(key), "type", kinds.keySet(), builder));
    }

    /**
     * A list of objects, each of which has a key that names what it is; what is left are its settings. One without further settings
     * can be written as its name alone.
     *
     * @param nameKey the key that has the name
     * @param known the names that exist
     * @param builder makes an element from its name and its settings
     */
    public <T> Setting<List<T>> named(
            String key,
            String nameKey,
            Collection<String> known,
            BiFunction<? super String, ? super Settings, ? extends T> builder) {
        return nested(
                key,
                "a list of names or objects",
                List.of(),
                value -> each(key, value, (element, where) -> named(element, where, nameKey, known, builder)));
    }

    /** The JSON under {@code key}, shortened for a message. */
    String json(String key) {
        return shorten(String.valueOf(node.get(key)));
    }

    private <T extends Comparable<T>> RangedSetting<T> ranged(
            String key, String expected, T standIn, Function<JsonNode, T> reader) {
        T value = read(key, expected, reader);
        return new RangedSetting<>(
                this, key, new Setting.Read<>(expected, standIn), value, value == null && node.has(key));
    }

    private <T> Setting<T> setting(String key, String expected, T standIn, Function<JsonNode, T> reader) {
        T value = read(key, expected, reader);
        return new Setting<>(this, key, new Setting.Read<>(expected, standIn), value, value == null && node.has(key));
    }

    private <T> T read(String key, String expected, Function<JsonNode, T> reader) {
        asked.add(key);
        if (!node.has(key)) {
            return null;
        }
        T value = reader.apply(node.get(key));
        if (value == null) {
            problem(key, "must be " + expected + range(expected, node.get(key)) + ", got " + json(key));
        }
        return value;
    }

    /** What a whole number must fit, if that is what is wrong. */
    private static String range(String expected, JsonNode value) {
        if (!value.isIntegralNumber() || !expected.equals(WHOLE_NUMBER)) {
            return "";
        }
        return value.canConvertToLong()
                ? " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                : " from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
    }

    private <T> Setting<List<T>> list(String key, String expected, Function<JsonNode, T> reader) {
        return setting(key, expected, List.of(), value -> {
            var values = new ArrayList<T>();
            value.forEach(element -> values.add(reader.apply(element)));
            return value.isArray() && !values.contains(null) ? List.copyOf(values) : null;
        });
    }

    /** Like {@link #setting}, but the reader reports what is wrong itself, at the place where it is. */
    private <T> Setting<T> nested(String key, String expected, T standIn, Function<JsonNode, T> reader) {
        asked.add(key);
        var before = problems.count();
        T value = null;
        if (node.has(key)) {
            value = reader.apply(node.get(key));
            if (value == null && problems.count() == before) {
                problem(key, "must be " + expected + ", got " + json(key));
            }
        }
        var wrong = problems.count() > before;
        return new Setting<>(this, key, new Setting.Read<>(expected, standIn), wrong ? null : value, wrong);
    }

    private <T> List<T> each(String key, JsonNode array, BiFunction<JsonNode, String, T> reader) {
        if (!array.isArray()) {
            return null;
        }
        var values = new ArrayList<T>();
        for (var i = 0; i < array.size(); i++) {
            T value = reader.apply(array.get(i), pathOf(key) + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private <T> T inner(JsonNode value, String where, Function<? super Settings, ? extends T> builder) {
        if (value instanceof ObjectNode object) {
            return new Settings(object, where, folder, problems).attempt(builder);
        }
        problems.add(where + " must be an object, got " + shorten(value.toString()));
        return null;
    }

    private <T> T named(
            JsonNode value,
            String where,
            String nameKey,
            Collection<String> known,
            BiFunction<? super String, ? super Settings, ? extends T> builder) {
        var object = value.isTextual() ? MAPPER.createObjectNode().set(nameKey, value) : value;
        if (!(object instanceof ObjectNode)) {
            problems.add(where + " must be a name or an object, got " + shorten(value.toString()));
            return null;
        }
        var name = object.path(nameKey).asText();
        if (!known.contains(name)) {
            var what = object.has(nameKey) ? "unknown " + nameKey + " '" + name + "'" : "'" + nameKey + "' is missing";
            problems.add(where + ": " + what + Suggestion.of(name, known));
            return null;
        }
        return inner(object, where, settings -> {
            settings.asked.add(nameKey);
            return builder.apply(name, settings);
        });
    }

    /** Runs a builder; what goes wrong after a problem was found may come from a stand-in, and is not reported. */
    private <T> T attempt(Function<? super Settings, ? extends T> builder) {
        var before = problems.count();
        T result = null;
        try {
            result = builder.apply(this);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            if (problems.count() == before) {
                problems.add((path.isEmpty() ? "" : path + ": ") + e.getMessage(), e);
            }
        } catch (RuntimeException e) {
            if (problems.count() == before) {
                throw e;
            }
        }
        reportUnknown();
        return problems.count() == before ? result : null;
    }

    private void reportUnknown() {
        for (var key : keys()) {
            if (!asked.contains(key)) {
                problems.add("unknown key '" + pathOf(key) + "'" + Suggestion.of(key, asked));
            }
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Path resolve(JsonNode value) {
        try {
            return value.isTextual() && !value.asText().isEmpty() ? folder.resolve(value.asText()) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String string(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }

    private static Double finite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : null;
    }

    private static String shorten(String json) {
        return json.length() <= 60 ? json : json.substring(0, 57) + "...";
    }
}
