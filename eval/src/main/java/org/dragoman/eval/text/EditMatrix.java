package org.dragoman.eval.text;

import java.util.Arrays;

/**
 * The edit distance between a hypothesis, of which words can be shifted, and its reference, within a {@link Beam}. An insertion, a deletion
 * and a substitution cost 1 each.
 *
 * <p>Kept are the costs of the cheapest path from the first cell to each and from each to the last. A shift changes the rows of the words
 * that it moves only, so the distance after it takes no more than these: a path crosses the row behind them somewhere, and its cost is that
 * up to the crossing and that from there on.
 *
 * <p>Neither text is empty. For use by one thread.
 */
final class EditMatrix {
    private static final int UNREACHABLE = 1 << 28; // far above any cost, and can be added to itself
    private static final int NO_WORD = -2;

    private final int[] reference;
    private final int[] wordBefore; // column j; none for the first, and none after the last
    private final Beam beam;
    private final int[] costs; // from the first cell, for the cells of the beam
    private final int[] restCosts; // to the last cell
    private final int[] row; // work space
    private int[] hypothesis;
    private int restCostsFrom; // the first row whose restCosts are those of the hypothesis

    /** The distance between sequences of numbered words. */
    EditMatrix(int[] hypothesis, int[] reference) {
        this.hypothesis = hypothesis;
        this.reference = reference;
        wordBefore = new int[reference.length + 2];
        wordBefore[0] = NO_WORD;
        System.arraycopy(reference, 0, wordBefore, 1, reference.length);
        wordBefore[reference.length + 1] = NO_WORD;
        beam = new Beam(hypothesis.length, reference.length);
        costs = new int[beam.size()];
        restCosts = new int[beam.size()];
        row = new int[reference.length + 1];
        startCosts();
        startRestCosts();
        fillCosts(0);
    }

    /** Words as they are after the shifts that were applied; not to be changed. */
    int[] hypothesis() {
        return hypothesis;
    }

    /** Words of the reference; not to be changed. */
    int[] reference() {
        return reference;
    }

    int distance() {
        return costs[costs.length - 1];
    }

    EditAlignment alignment() {
        return new EditAlignment(this);
    }

    /** What it costs to turn the first {@code i} words of the hypothesis into the first {@code j} of the reference. */
    int cost(int i, int j) {
        return beam.contains(i, j) ? costs[beam.offset(i) + j - beam.from(i)] : UNREACHABLE;
    }

    /** Whether the {@code i}-th word of the hypothesis is the {@code j}-th of the reference, both counted from 1; false for i = 0. */
    boolean isMatch(int i, int j) {
        return i > 0 && hypothesis[i - 1] == wordBefore[j];
    }

    /** The distance that there would be after a shift, which isn't applied. */
    int distanceAfter(Shift shift) {
        fillRestCosts(shift.last());
        load(costs, shift.first());
        var i = shift.first();
        for (var k = shift.middle(); k < shift.last(); k++) {
            advance(row, ++i, hypothesis[k]);
        }
        for (var k = shift.first(); k < shift.middle(); k++) {
            advance(row, ++i, hypothesis[k]);
        }
        return distanceThrough(i);
    }

    /** Shifts words of the hypothesis. */
    void apply(Shift shift) {
        hypothesis = shift.apply(hypothesis);
        restCostsFrom = Math.max(restCostsFrom, shift.last());
        fillCosts(shift.first());
    }

    private void startCosts() {
        for (var j = 0; j < beam.width(0); j++) {
            costs[j] = j;
        }
    }

    private void startRestCosts() {
        restCostsFrom = hypothesis.length;
        var offset = beam.offset(restCostsFrom);
        for (var k = 0; k < beam.width(restCostsFrom); k++) {
            restCosts[offset + k] = beam.width(restCostsFrom) - 1 - k;
        }
    }

    /** Computes the costs of the rows behind one. */
    private void fillCosts(int last) {
        load(costs, last);
        for (var i = last + 1; i <= hypothesis.length; i++) {
            advance(row, i, hypothesis[i - 1]);
            System.arraycopy(row, beam.from(i), costs, beam.offset(i), beam.width(i));
        }
    }

    /** Makes sure that the costs to the last cell are there from row {@code first} on. */
    private void fillRestCosts(int first) {
        if (first >= restCostsFrom) {
            return;
        }
        load(restCosts, restCostsFrom);
        while (restCostsFrom > first) {
            restCostsFrom--;
            retreat(row, restCostsFrom, hypothesis[restCostsFrom]);
            System.arraycopy(
                    row, beam.from(restCostsFrom), restCosts, beam.offset(restCostsFrom), beam.width(restCostsFrom));
        }
    }

    private void load(int[] matrix, int i) {
        Arrays.fill(row, UNREACHABLE);
        System.arraycopy(matrix, beam.offset(i), row, beam.from(i), beam.width(i));
    }

    /** From the costs in row {@code i - 1} to those in row {@code i}, between which {@code word} is read. */
    private void advance(int[] row, int i, int word) {
        var from = beam.from(i);
        var to = beam.to(i);
        var diagonal = from > 0 ? row[from - 1] : UNREACHABLE;
        Arrays.fill(row, beam.from(i - 1), from, UNREACHABLE);
        var left = UNREACHABLE;
        for (var j = from; j < to; j++) {
            var above = row[j];
            var replaced = word == wordBefore[j] ? diagonal : diagonal + 1;
            left = Math.min(replaced, Math.min(above, left) + 1);
            row[j] = left;
            diagonal = above;
        }
    }

    /** From the costs to the last cell in row {@code i + 1} to those in row {@code i}, between which {@code word} is read. */
    private void retreat(int[] row, int i, int word) {
        var from = beam.from(i);
        var to = beam.to(i);
        var diagonal = to < row.length ? row[to] : UNREACHABLE;
        Arrays.fill(row, to, beam.to(i + 1), UNREACHABLE);
        var right = UNREACHABLE;
        for (var j = to - 1; j >= from; j--) {
            var below = row[j];
            var replaced = word == wordBefore[j + 1] ? diagonal : diagonal + 1;
            right = Math.min(replaced, Math.min(below, right) + 1);
            row[j] = right;
            diagonal = below;
        }
    }

    /** The cost of the cheapest path that has the costs in {@code row} up to row {@code i}. */
    private int distanceThrough(int i) {
        var least = UNREACHABLE;
        var offset = beam.offset(i) - beam.from(i);
        for (var j = beam.from(i); j < beam.to(i); j++) {
            least = Math.min(least, row[j] + restCosts[offset + j]);
        }
        return least;
    }
}
