package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs a cell along sequences of different lengths, exactly: what follows a sequence's last real position changes neither its outputs nor its
 * last state.
 *
 * <p>A cell whose state is its output runs once over everything; the last states are looked up among the outputs. The memory of an {@link
 * LstmCell} is only known where a run ends, so there a run ends at each length that occurs, and goes on with the longer sequences. Batches
 * are made of sentences of like lengths, so these runs are few.
 */
final class PaddedRun {

    private final Cell cell;
    private final Tensor x;
    private final int[] lengths;
    private final int width;

    private PaddedRun(Cell cell, Tensor x, int... lengths) {
        this.cell = cell;
        this.x = x;
        this.lengths = lengths;
        this.width = Math.toIntExact(x.size(1));
    }

    /**
     * Runs.
     *
     * <pre>
     * in   x        (B, L, I)
     *      start    (B, P)
     *      lengths  real positions of each row, 1 to L
     * out  outputs  (B, L, H), 0 at padding
     *      last     (B, P), after the last real position of each row
     * </pre>
     *
     * @throws IllegalArgumentException if a length is out of its range
     */
    static Tensor.Run of(Cell cell, Tensor x, Tensor start, int... lengths) {
        requireWithin(Math.toIntExact(x.size(1)), lengths);
        var run = new PaddedRun(cell, x, lengths);
        if (IntStream.of(lengths).allMatch(length -> length == run.width)) {
            return cell.run(x, start);
        }
        return cell.stateSize() == cell.size() ? run.once(start) : run.piecewise(start);
    }

    private static void requireWithin(int width, int... lengths) {
        for (var row = 0; row < lengths.length; row++) {
            if (lengths[row] < 1 || lengths[row] > width) {
                throw new IllegalArgumentException("the length of a sequence must be between 1 and the width " + width
                        + " of its batch, got " + lengths[row] + " in row " + row);
            }
        }
    }

    private Tensor.Run once(Tensor start) {
        var outputs = cell.run(x, start).outputs();
        var places = IntStream.range(0, lengths.length)
                .map(row -> row * width + lengths[row] - 1)
                .toArray();
        var last = outputs.reshape(-1, cell.size()).rows(Tensor.indices(places));
        return new Tensor.Run(outputs.mul(real()), last);
    }

    /** 1 at a real position and 0 at padding: (B, L, 1). */
    private Tensor real() {
        var real = new float[lengths.length * width];
        for (var row = 0; row < lengths.length; row++) {
            Arrays.fill(real, row * width, row * width + lengths[row], 1);
        }
        return Tensor.of(real, lengths.length, width, 1);
    }

    private Tensor.Run piecewise(Tensor start) {
        var ends = IntStream.of(lengths).distinct().sorted().toArray();
        var outputs = new ArrayList<Tensor>();
        var lasts = new ArrayList<Tensor>(); // of the rows that end at each of the ends
        var rows = IntStream.range(0, lengths.length).toArray();
        var state = start;
        var from = 0;
        for (var end : ends) {
            var run = cell.run(x.slice(1, from, end).select(Tensor.indices(rows)), state);
            outputs.add(spread(run.outputs(), rows));
            lasts.add(run.last().rows(places(rows, row -> lengths[row] == end)));
            state = run.last().rows(places(rows, row -> lengths[row] > end));
            rows = IntStream.of(rows).filter(row -> lengths[row] > end).toArray();
            from = end;
        }
        if (from < width) {
            outputs.add(Tensor.zeros(lengths.length, width - from, cell.size()));
        }
        return new Tensor.Run(Tensor.concat(1, outputs), inOrderOfRows(lasts, ends));
    }

    /** Puts outputs of some rows where they belong and zeros elsewhere: in (rows, l, H), out (B, l, H). */
    private Tensor spread(Tensor outputs, int... rows) {
        if (rows.length == lengths.length) {
            return outputs;
        }
        var places = new int[lengths.length];
        Arrays.fill(places, rows.length); // the zeros at the end
        for (var i = 0; i < rows.length; i++) {
            places[rows[i]] = i;
        }
        var nothing = Tensor.zeros(1, outputs.size(1), cell.size());
        return Tensor.concat(0, List.of(outputs, nothing)).select(Tensor.indices(places));
    }

    private static Tensor places(int[] rows, java.util.function.IntPredicate isWanted) {
        return Tensor.indices(IntStream.range(0, rows.length)
                .filter(place -> isWanted.test(rows[place]))
                .toArray());
    }

    /** In states of the rows with the shortest length, the next and so on, out (B, P). */
    private Tensor inOrderOfRows(List<Tensor> states, int... ends) {
        var rows = IntStream.of(ends)
                .flatMap(end -> IntStream.range(0, lengths.length).filter(row -> lengths[row] == end))
                .toArray();
        var places = new int[rows.length];
        for (var i = 0; i < rows.length; i++) {
            places[rows[i]] = i;
        }
        return Tensor.concat(0, states).rows(Tensor.indices(places));
    }
}
