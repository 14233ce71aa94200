package org.dragoman.annotators.sequences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags that a tagger gives, numbered from 0. Where they are those of entities in the scheme IOBES, an I or an E follows only a B or an
 * I of its type, and nothing else does.
 */
final class TagSet {
    /** A tag is a byte in the file, and one value stands for none. */
    static final int MOST = 255;

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean[][] mayFollow; // before, tag

    /**
     * Numbers tags.
     *
     * @param spans whether they are those of entities, in the scheme IOBES
     */
    TagSet(List<String> names, boolean spans) {
        if (names.isEmpty() || names.size() > MOST) {
            throw new IllegalArgumentException("a tagger needs 1 to " + MOST + " tags, got " + names.size());
        }
        this.names = List.copyOf(names);
        for (var name : names) {
            numbers.put(name, numbers.size());
        }
        mayFollow = new boolean[names.size() + 1][names.size()];
        for (var before = 0; before <= names.size(); before++) {
            for (var tag = 0; tag < names.size(); tag++) {
                mayFollow[before][tag] =
                        !spans || fits(before < names.size() ? names.get(before) : "O", names.get(tag));
            }
        }
    }

    private static boolean fits(String before, String tag) {
        var isOpen = before.startsWith("B-") || before.startsWith("I-");
        var goesOn = tag.startsWith("I-") || tag.startsWith("E-");
        return goesOn ? isOpen && before.substring(2).equals(tag.substring(2)) : !isOpen;
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    String name(int tag) {
        return names.get(tag);
    }

    /** The number of a tag, which must be one of these. */
    int number(String name) {
        return numbers.get(name);
    }

    /** Whether a tag may stand behind another; {@link #size()} stands for the begin of the sentence. */
    boolean mayFollow(int before, int tag) {
        return mayFollow[before][tag];
    }
}
