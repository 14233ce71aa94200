package org.dragoman.eval.text;

import java.util.Arrays;

/**
 * How many edits turn a hypothesis into a reference: the greedy search of Snover et al. 2006, section 2 (algorithm 1). The shift that takes
 * most off the edit distance is done, again and again until none takes anything off; each counts as one edit, and the distance that remains
 * is added. The shifts looked at are those of {@link ShiftCandidates}.
 */
final class TerEdits {
    private final EditMatrix matrix;
    private final WordPositions positions;
    private final int leastDistance;
    private int checked; // shifts looked at

    private TerEdits(int[] hypothesis, int[] reference) {
        matrix = new EditMatrix(hypothesis, reference);
        positions = new WordPositions(reference);
        leastDistance = leastDistance(hypothesis, reference);
    }

    /** Edits between sequences of numbered words; {@link TokenNumbers#UNKNOWN} stands for any word that the reference doesn't have. */
    static int count(int[] hypothesis, int[] reference) {
        if (hypothesis.length == 0 || reference.length == 0) {
            return hypothesis.length + reference.length;
        }
        return new TerEdits(hypothesis, reference).count();
    }

    /** The distance that no shift can get below: what words cost wherever they stand. */
    private static int leastDistance(int[] hypothesis, int[] reference) {
        var a = sorted(hypothesis);
        var b = sorted(reference);
        var common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            var order = Integer.compare(a[i], b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Math.max(a.length, b.length) - common;
    }

    private static int[] sorted(int[] words) {
        var sorted = words.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private int count() {
        var shifts = 0;
        while (matrix.distance() > leastDistance && shift()) {
            shifts++;
        }
        return shifts + matrix.distance();
    }

    /** Does the best shift; false if none makes the distance less, or more would have to be looked at than may be. */
    private boolean shift() {
        var candidates = ShiftCandidates.of(matrix, positions, ShiftCandidates.MAX_CHECKED - checked);
        checked += candidates.checked();
        if (checked >= ShiftCandidates.MAX_CHECKED) {
            return false;
        }
        var best = best(candidates);
        if (best.isIdle()) {
            return false;
        }
        matrix.apply(best);
        return true;
    }

    /** The first of those after which the distance is least; an idle shift if none makes it less. */
    private Shift best(ShiftCandidates candidates) {
        var best = Shift.IDLE;
        var least = matrix.distance();
        for (var i = 0; i < candidates.size() && least > leastDistance; i++) {
            var shift = candidates.get(i);
            var distance = matrix.distanceAfter(shift);
            if (distance < least) {
                least = distance;
                best = shift;
            }
        }
        return best;
    }
}
