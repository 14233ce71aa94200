package org.dragoman.corpora.filter;

import java.util.Arrays;

/**
 * The fewest insertions, deletions and substitutions that turn one sequence into another (Levenshtein 1966), asked only whether there are
 * few: with a limit k, only the 2k + 1 diagonals next to the main one are computed (Ukkonen 1985).
 */
final class EditDistance {
    private EditDistance() {}

    /** Whether the distance of two sequences is at most {@code limit}, 0 or more. */
    static boolean isWithin(int limit, int[] a, int[] b) {
        if (Math.abs(a.length - b.length) > limit) {
            return false;
        }
        var above = limit + 1; // stands for every distance that is too large
        var before = new int[b.length + 1]; // distances of the first i of a to the first j of b
        var row = new int[b.length + 1];
        Arrays.setAll(before, j -> Math.min(j, above));
        for (var i = 1; i <= a.length; i++) {
            var from = Math.max(1, i - limit);
            var to = Math.min(b.length, i + limit);
            row[from - 1] = from == 1 ? Math.min(i, above) : above;
            var least = row[from - 1];
            for (var j = from; j <= to; j++) {
                var substituted = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var deleted = j < i + limit ? before[j] + 1 : above;
                row[j] = Math.min(above, Math.min(substituted, Math.min(deleted, row[j - 1] + 1)));
                least = Math.min(least, row[j]);
            }
            if (least == above) {
                return false;
            }
            var spare = before;
            before = row;
            row = spare;
        }
        return before[b.length] <= limit;
    }
}
