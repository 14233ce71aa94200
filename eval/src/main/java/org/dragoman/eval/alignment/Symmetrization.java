package org.dragoman.eval.alignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How alignments of both directions become one (Koehn, Och and Marcu 2003, section 4.2; Och and Ney 2003, section 3.4.1).
 *
 * <p>Both directions are given as links from source to target. Links are tried in their order, neighbours in that of Moses, and what is
 * added counts at once. As in Moses, growing takes a link of which one word is free; some tools take it only if both are.
 */
public enum Symmetrization {
    /** Links that both directions have: few and sure. */
    INTERSECTION {
        @Override
        public WordAlignment merge(WordAlignment forward, WordAlignment backward) {
            return forward.intersection(backward);
        }
    },

    /** Links that one of the directions has. */
    UNION {
        @Override
        public WordAlignment merge(WordAlignment forward, WordAlignment backward) {
            return forward.union(backward);
        }
    },

    /** The intersection, and links of the union that touch what is there, diagonals too, if one of their words has no link yet. */
    GROW_DIAG {
        @Override
        public WordAlignment merge(WordAlignment forward, WordAlignment backward) {
            return new Growing(forward, backward).grow().result();
        }
    },

    /** {@link #GROW_DIAG}, and then further links of either direction if one of their words has none yet. */
    GROW_DIAG_FINAL {
        @Override
        public WordAlignment merge(WordAlignment forward, WordAlignment backward) {
            return new Growing(forward, backward)
                    .grow()
                    .addRest(forward, false)
                    .addRest(backward, false)
                    .result();
        }
    },

    /** {@link #GROW_DIAG}, and then further links of either direction if both of their words have none yet. */
    GROW_DIAG_FINAL_AND {
        @Override
        public WordAlignment merge(WordAlignment forward, WordAlignment backward) {
            return new Growing(forward, backward)
                    .grow()
                    .addRest(forward, true)
                    .addRest(backward, true)
                    .result();
        }
    };

    /** Makes one alignment of two. */
    public abstract WordAlignment merge(WordAlignment forward, WordAlignment backward);

    /** As in the literature, such as {@code grow-diag-final-and}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An alignment that grows from the intersection. */
    private static final class Growing {
        private static final int[][] NEIGHBOURS = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}
        };

        private final WordAlignment union;
        private final List<WordLink> links = new ArrayList<>();
        private final Set<Integer> sources = new HashSet<>(); // that have a link
        private final Set<Integer> targets = new HashSet<>();

        Growing(WordAlignment forward, WordAlignment backward) {
            union = forward.union(backward);
            forward.intersection(backward).forEach(this::add);
        }

        private void add(WordLink link) {
            links.add(link);
            sources.add(link.source());
            targets.add(link.target());
        }

        private boolean isFree(WordLink link, boolean both) {
            var source = !sources.contains(link.source());
            var target = !targets.contains(link.target());
            return both ? source && target : source || target;
        }

        /** Adds neighbours of links, and neighbours of those, until there are none left. */
        Growing grow() {
            var before = -1;
            while (before < links.size()) {
                before = links.size();
                for (var link : WordAlignment.of(links)) {
                    growFrom(link);
                }
            }
            return this;
        }

        private void growFrom(WordLink link) {
            for (var step : NEIGHBOURS) {
                var source = link.source() + step[0];
                var target = link.target() + step[1];
                if (source >= 0 && target >= 0) {
                    var neighbour = new WordLink(source, target);
                    if (union.contains(neighbour) && isFree(neighbour, false)) {
                        add(neighbour);
                    }
                }
            }
        }

        Growing addRest(WordAlignment direction, boolean both) {
            for (var link : direction) {
                if (isFree(link, both)) {
                    add(link);
                }
            }
            return this;
        }

        WordAlignment result() {
            return WordAlignment.of(links);
        }
    }
}
