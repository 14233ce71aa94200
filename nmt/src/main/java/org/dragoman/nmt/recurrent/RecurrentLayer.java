package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Cell} that reads each sequence from its first position to its last, and with two directions a second one that reads from the last
 * to the first (Schuster and Paliwal 1997; Bahdanau et al. 2015, section 3.2).
 *
 * <p>Exact under padding: the second cell reads a copy in which each sequence is turned around within its own length, so for both cells the
 * padding comes after everything real, and it changes nothing.
 *
 * <p>B is the number of sequences, S the longest, I the size of the input, H that of a cell's output, P that of its state.
 */
final class RecurrentLayer {

    private final Cell forward;
    private final Optional<Cell> backward;

    /** Makes the cell {@code name.forward}, and for two directions {@code name.backward}, each from I to H. */
    RecurrentLayer(Parameters parameters, String name, int inputSize, RecurrentStack.Shape shape) {
        forward = cell(parameters, name + ".forward", inputSize, shape);
        backward = shape.bidirectional()
                ? Optional.of(cell(parameters, name + ".backward", inputSize, shape))
                : Optional.empty();
    }

    private static Cell cell(Parameters parameters, String name, int inputSize, RecurrentStack.Shape shape) {
        return shape.cell().make(parameters, name, inputSize, shape.size(), shape.layerNorm());
    }

    private int directions() {
        return backward.isPresent() ? 2 : 1;
    }

    /** Size of the outputs: H, or 2H with two directions. */
    int outputSize() {
        return directions() * forward.size();
    }

    /** Size of the states: P, or 2P with two directions. */
    int stateSize() {
        return directions() * forward.stateSize();
    }

    /**
     * Reads sequences.
     *
     * <pre>
     * in   x        (B, S, I)
     *      start    (B, {@link #stateSize}), or nothing for zeros
     *      lengths  real positions of each row, 1 to S
     * out  outputs  (B, S, {@link #outputSize}), the forward and then the backward output; 0 at padding
     *      last     (B, {@link #stateSize}), when each cell has read everything
     * </pre>
     *
     * <p>A state of both directions has its parts in the order of one cell that is as wide as both: the outputs of both, then the
     * memories of both.
     *
     * @throws IllegalArgumentException if a length is out of its range
     */
    Tensor.Run read(Tensor x, Optional<Tensor> start, int... lengths) {
        var states = start.map(this::apart);
        var fromLeft = PaddedRun.of(forward, x, startOf(forward, 0, x, states), lengths);
        if (backward.isEmpty()) {
            return fromLeft;
        }
        var cell = backward.get();
        var reversal = new Reversal(lengths, Math.toIntExact(x.size(1)));
        var fromRight = PaddedRun.of(cell, reversal.apply(x), startOf(cell, 1, x, states), lengths);
        var outputs = List.of(fromLeft.outputs(), reversal.apply(fromRight.outputs()));
        return new Tensor.Run(Tensor.concat(-1, outputs), together(List.of(fromLeft.last(), fromRight.last())));
    }

    private static Tensor startOf(Cell cell, int direction, Tensor x, Optional<List<Tensor>> states) {
        return states.map(each -> each.get(direction)).orElseGet(() -> cell.start(x.size(0)));
    }

    /** In states of the directions, out one whose parts lie side by side: (h, c) and (h', c') become (h, h', c, c'). */
    private Tensor together(List<Tensor> states) {
        var parts = new ArrayList<Tensor>();
        for (var from = 0; from < forward.stateSize(); from += forward.size()) {
            for (var state : states) {
                parts.add(state.slice(1, from, from + forward.size()));
            }
        }
        return Tensor.concat(1, parts);
    }

    /** What {@link #together} put together. */
    private List<Tensor> apart(Tensor state) {
        var parts = state.chunk(stateSize() / forward.size(), 1);
        var states = new ArrayList<Tensor>();
        for (var direction = 0; direction < directions(); direction++) {
            var own = new ArrayList<Tensor>();
            for (var part = direction; part < parts.size(); part += directions()) {
                own.add(parts.get(part));
            }
            states.add(Tensor.concat(1, own));
        }
        return states;
    }
}
