package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.files.ModelFiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of YAML that Marian writes its options in: at the top a map, its values scalars or lists of scalars. Nothing is typed: {@code no}
 * and {@code 1.5} are texts. Deeper levels are passed over.
 */
final class PlainYaml {

    private final String origin;
    private final Map<String, List<String>> values;

    private PlainYaml(String origin, Map<String, List<String>> values) {
        this.origin = origin;
        this.values = values;
    }

    /** @throws IllegalArgumentException if the file is missing or a line is neither {@code key: value} nor {@code - item} */
    static PlainYaml read(Path file) {
        return parse(ModelFiles.text(file), file.toString());
    }

    static PlainYaml parse(String text, String origin) {
        var values = new LinkedHashMap<String, List<String>>();
        var current = new ArrayList<String>();
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var content = line.strip();
            if (content.isEmpty() || content.startsWith("#") || content.equals("---") || content.equals("...")) {
                continue;
            }
            if (content.startsWith("- ") || content.equals("-")) {
                current.add(scalar(content.substring(1)));
            } else if (line.charAt(0) == ' ') {
                current.addAll(items(content));
            } else {
                current = new ArrayList<>();
                values.put(key(content, origin + ":" + number), current);
                current.addAll(items(content.substring(content.indexOf(':') + 1).strip()));
            }
        }
        return new PlainYaml(origin, values);
    }

    private static String key(String line, String where) {
        var colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(where + ": expected \"key: value\", got \"" + line + "\"");
        }
        return line.substring(0, colon).strip();
    }

    /** The elements of {@code [a, b]}, or one scalar, or nothing. */
    private static List<String> items(String value) {
        if (value.startsWith("[") && value.endsWith("]")) {
            return Arrays.stream(value.substring(1, value.length() - 1).split(","))
                    .map(PlainYaml::scalar)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
        return value.isEmpty() ? List.of() : List.of(scalar(value));
    }

    private static String scalar(String text) {
        var value = text.strip();
        return value.equals("~") ? "" : YamlScalar.unquoted(value);
    }

    /** Where the options come from, for messages. */
    String origin() {
        return origin;
    }

    /** The keys in the order of the file. */
    Set<String> keys() {
        return values.keySet();
    }

    /** All values of a list, or the only one of a scalar; none if the key is absent or has no value. */
    List<String> list(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The only value; {@code fallback} if the key is absent or has no value. */
    String text(String key, String fallback) {
        var found = list(key);
        return found.isEmpty() ? fallback : found.get(0);
    }

    /** The value as a whole number of at least {@code least}; a problem if it isn't one. */
    int integer(String key, int fallback, int least, List<String> problems) {
        var text = text(key, Integer.toString(fallback));
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        problems.add(key + " must be a whole number of at least " + least + ", got \"" + text + "\"");
        return Math.max(least, fallback);
    }

    /** The value as a number of 0 or more; a problem if it isn't one. */
    double decimal(String key, double fallback, List<String> problems) {
        var text = text(key, Double.toString(fallback));
        if (text.matches("[0-9]{1,9}(\\.[0-9]{0,9})?")) {
            return Double.parseDouble(text);
        }
        problems.add(key + " must be a number of 0 or more, got \"" + text + "\"");
        return fallback;
    }

    /** The value as a truth value; a problem if it isn't one. */
    boolean flag(String key, List<String> problems) {
        var text = text(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(key + " must be true or false, got \"" + text + "\"");
        }
        return text.equals("true");
    }

    /** Throws one message of all problems, if there are any. */
    void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(origin + ": " + String.join("; ", problems));
        }
    }
}
