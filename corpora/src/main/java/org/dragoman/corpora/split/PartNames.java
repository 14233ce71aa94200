package org.dragoman.corpora.split;

import java.util.HashSet;
import java.util.List;

/** The names of a split's parts. */
final class PartNames {
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
            if (!seen.add(name)) {
                throw new IllegalArgumentException("a split has two parts named \"" + name + "\"");
            }
        }
        return List.copyOf(names);
    }
}
