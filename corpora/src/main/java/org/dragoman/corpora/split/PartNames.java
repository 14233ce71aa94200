package org.dragoman.corpora.split;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The names of a split's parts, which lie beside each other in a folder on every system. */
final class PartNames {
    private static final Pattern NO_FILE_NAME = Pattern.compile("\\.{1,2}|.*[/\\\\:].*", Pattern.DOTALL);

    private PartNames() {}

    static List<String> check(List<String> names) {
        if (names.size() < 2) {
            throw new IllegalArgumentException("a split needs at least two parts, got " + names);
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("each part of a split needs a name, got " + names);
            }
            if (NO_FILE_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of a part names a file, so it can't be . or .. and has no / \\ or :, got \"" + name
                                + "\"");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("a split has two parts named \"" + name + "\"");
            }
        }
        return List.copyOf(names);
    }
}
