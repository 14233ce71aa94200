package org.dragoman.nmt.search;

import org.dragoman.nmt.tensor.Tensor;
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

    /** The ids that {@link Vocabulary} gives to them; the unknown piece is never generated. */
    public static final Markers DEFAULT = new Markers(
            Vocabulary.START, Vocabulary.END, Set.of(Vocabulary.PADDING, Vocabulary.UNKNOWN, Vocabulary.START));

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

    /** The markers of {@link Vocabulary}, with or without the unknown piece among the ids never generated. */
    public static Markers of(SearchRules rules) {
        return rules.writesUnknown() ? DEFAULT.allowing(Vocabulary.UNKNOWN) : DEFAULT;
    }

    /** What to add to logits so that the ids never generated have no probability: (V), 0 or minus infinity. */
    Tensor exclusion(long vocabulary) {
        var values = new float[Math.toIntExact(vocabulary)];
        never.forEach(id -> values[id] = Float.NEGATIVE_INFINITY);
        return Tensor.of(values, vocabulary);
    }
}
