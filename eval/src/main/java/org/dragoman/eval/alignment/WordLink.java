package org.dragoman.eval.alignment;

import java.util.Comparator;

/**
 * A word of the source and a word of the translation that belong together. Links are ordered by source, then by target.
 *
 * @param source index of the source word, from 0
 * @param target index of the target word, from 0
 */
public record WordLink(int source, int target) implements Comparable<WordLink> {
    private static final Comparator<WordLink> ORDER =
            Comparator.comparingInt(WordLink::source).thenComparingInt(WordLink::target);

    public WordLink {
        if (source < 0 || target < 0) {
            throw new IllegalArgumentException("a link needs indices of 0 or more, got " + source + " and " + target);
        }
    }

    /** The same link seen from the other language. */
    public WordLink reversed() {
        return new WordLink(target, source);
    }

    @Override
    public int compareTo(WordLink other) {
        return ORDER.compare(this, other);
    }

    /** Pharaoh's form, such as {@code 0-2}. */
    @Override
    public String toString() {
        return source + "-" + target;
    }
}
