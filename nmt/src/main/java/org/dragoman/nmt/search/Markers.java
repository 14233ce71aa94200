package org.dragoman.nmt.search;

import org.dragoman.nmt.text.Vocabulary;

import java.util.HashSet;
import java.util.Set;

/**
 * The target ids that mean something to the search.
 *
 * @param start given to the decoder before the first position; some models use their end marker or padding for it
 * @param end after which a target is complete
 * @param never ids that are never generated, such as padding, the start marker and the unknown word; without {@code end}
 */
public record Markers(int start, int end, Set<Integer> never) {

    /** Those of {@link Vocabulary}: neither padding nor start marker nor the unknown piece is generated. */
    public static final Markers STANDARD = new Markers(
            Vocabulary.START, Vocabulary.END, Set.of(Vocabulary.PADDING, Vocabulary.START, Vocabulary.UNKNOWN));

    public Markers {
        never = Set.copyOf(never);
        if (never.contains(end)) {
            throw new IllegalArgumentException("the end marker " + end + " is among the ids never generated " + never);
        }
    }

    /** Returns the same, but {@code id} may be generated. */
    public Markers allowing(int id) {
        var fewer = new HashSet<>(never);
        fewer.remove(id);
        return new Markers(start, end, fewer);
    }
}
