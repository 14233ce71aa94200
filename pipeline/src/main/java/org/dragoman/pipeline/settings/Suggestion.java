package org.dragoman.pipeline.settings;

import java.util.Collection;
import java.util.Comparator;

/** What a mistyped name was probably meant to be. */
public final class Suggestion {
    private Suggestion() {}

    /** An end of a sentence: the nearest known name, or all of them in alphabetical order if none is near. */
    public static String of(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "; no key is known here";
        }
        var sorted = known.stream().sorted().toList(); // a set may have another order in each process
        var nearest = sorted.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElseThrow();
        return distance(name, nearest) <= 1 + name.length() / 4
                ? "; did you mean '" + nearest + "'?"
                : "; expected one of " + String.join(", ", sorted);
    }

    /**
     * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each 1 (Damerau 1964, no
     * part edited twice).
     */
    static int distance(String a, String b) {
        var costs = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, a, b, i, j);
            }
        }
        return costs[a.length()][b.length()];
    }

    private static int cheapest(int[][] costs, String a, String b, int i, int j) {
        var substitution = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        var cost = Math.min(substitution, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
