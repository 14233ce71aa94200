package org.dragoman.nmt.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a target must begin with, and what must not occur in it.
 *
 * <p>The tokens of the prefix are certain, so they cost nothing: a hypothesis's log-probability is that of what follows, given the prefix; its
 * length counts them. Tokens that would complete a suppressed sequence have no probability, and the others share it out.
 *
 * @param prefix ids, without the start marker
 * @param suppressed sequences of ids, none of them empty; those that begin in the prefix are suppressed as well
 */
public record Constraint(List<Integer> prefix, List<List<Integer>> suppressed) {

    /** Leaves everything to the model. */
    public static final Constraint NONE = new Constraint(List.of(), List.of());

    public Constraint {
        prefix = List.copyOf(prefix);
        suppressed = suppressed.stream().map(List::copyOf).toList();
        if (suppressed.contains(List.of())) {
            throw new IllegalArgumentException("a suppressed sequence must have at least one id, got none");
        }
    }

    /** The ids that must not follow a hypothesis. */
    Set<Integer> forbidden(Partial hypothesis) {
        if (suppressed.isEmpty()) {
            return Set.of();
        }
        var ids = new HashSet<Integer>();
        for (var sequence : suppressed) {
            var last = sequence.size() - 1;
            if (hypothesis.endsWith(sequence.subList(0, last))) {
                ids.add(sequence.get(last));
            }
        }
        return ids;
    }
}
