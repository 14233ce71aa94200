package org.dragoman.corpora.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranks at which a frequency stands, for a plot of rank against frequency that has a point for each frequency and not for each type.
 *
 * @param fromRank first rank of types with this frequency, from 1
 * @param toRank last rank of types with this frequency
 * @param frequency how often each of them was seen
 */
public record RankFrequency(int fromRank, int toRank, long frequency) {

    /** All ranks in order. */
    public static List<RankFrequency> of(long... ranked) {
        var steps = new ArrayList<RankFrequency>();
        for (var from = 0; from < ranked.length; ) {
            var to = from;
            while (to + 1 < ranked.length && ranked[to + 1] == ranked[from]) {
                to++;
            }
            steps.add(new RankFrequency(from + 1, to + 1, ranked[from]));
            from = to + 1;
        }
        return steps;
    }
}
