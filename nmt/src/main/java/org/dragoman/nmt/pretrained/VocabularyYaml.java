package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.files.ModelFiles;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Marian's {@code vocab.yml}: a line a piece, {@code "▁the": 12}. It is read by lines, not as YAML, since its keys are texts whatever
 * they look like: {@code no}, {@code ~}, {@code 1.5}.
 */
final class VocabularyYaml {

    private static final Pattern LINE = Pattern.compile("(?s)(.+?): *([0-9]{1,9}) *\r?");

    private VocabularyYaml() {}

    /**
     * Reads the pieces in the order of their numbers.
     *
     * @throws IllegalArgumentException with the line's number, if it isn't a piece with a number of its own, or numbers are left out
     */
    static List<String> read(Path file) {
        var pieces = new TreeMap<Integer, String>();
        var number = 0;
        for (var line : ModelFiles.text(file).split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.strip().equals("---")) {
                add(pieces, line, file + ":" + number);
            }
        }
        if (pieces.isEmpty() || pieces.lastKey() != pieces.size() - 1) {
            throw new IllegalArgumentException(
                    file + ": " + pieces.size() + " pieces need the numbers from 0 to " + (pieces.size() - 1) + ", but "
                            + (pieces.isEmpty() ? "there are none" : "the last is " + pieces.lastKey()));
        }
        return List.copyOf(Arrays.asList(pieces.values().toArray(String[]::new)));
    }

    private static void add(TreeMap<Integer, String> pieces, String line, String where) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(where + ": expected \"piece: number\", got \"" + line + "\"");
        }
        var before = pieces.put(Integer.parseInt(matcher.group(2)), piece(matcher.group(1), where));
        if (before != null) {
            throw new IllegalArgumentException(
                    where + ": the number " + matcher.group(2) + " belongs to \"" + before + "\" already");
        }
    }

    private static String piece(String key, String where) {
        try {
            return YamlScalar.unquoted(key.startsWith("? ") ? key.substring(2) : key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }
}
