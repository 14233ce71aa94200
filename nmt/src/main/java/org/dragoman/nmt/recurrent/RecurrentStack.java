package org.dragoman.nmt.recurrent;

import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent layers on top of each other, each in one direction or both, with dropout on what each gives and none between the positions of a
 * sequence (Zaremba et al. 2014, arXiv 1409.2329).
 *
 * <p>B is the number of sequences, S the longest, I the size of the input, D that of the output: H, or 2H with two directions.
 */
public final class RecurrentStack {

    private final Shape shape;
    private final List<RecurrentLayer> layers = new ArrayList<>();

    /**
     * What a stack is made of.
     *
     * @param cell the kind of all cells
     * @param size H, the output of a cell in one direction, at least 1
     * @param layers at least 1
     * @param bidirectional whether each layer reads in both directions
     * @param layerNorm whether cells normalise their projections
     * @param dropout probability on the outputs of each layer in training, 0 to below 1
     */
    public record Shape(
            CellType cell, int size, int layers, boolean bidirectional, boolean layerNorm, double dropout) {}

    /** Makes the layers {@code name.0}, {@code name.1} and so on, the first from {@code inputSize}. */
    public RecurrentStack(Parameters parameters, String name, int inputSize, Shape shape) {
        this.shape = shape;
        for (var layer = 0; layer < shape.layers; layer++) {
            var in = layer == 0 ? inputSize : outputSize();
            layers.add(new RecurrentLayer(parameters, name + "." + layer, in, shape));
        }
    }

    /** D, the size of the outputs. */
    public int outputSize() {
        return shape.bidirectional ? 2 * shape.size : shape.size;
    }

    /** Reads sequences from a state of zeros, see {@link #read(Tensor, Optional, boolean, int...)}. */
    public Read read(Tensor x, boolean training, int... lengths) {
        return read(x, Optional.empty(), training, lengths);
    }

    /**
     * Reads sequences.
     *
     * <pre>
     * in   x        (B, S, I)
     *      start    the state of each layer as {@link Read#states} has it, or nothing for zeros
     *      lengths  real positions of each row, 1 to S
     * </pre>
     *
     * <p>To go on with the next part of long sequences (truncated backpropagation through time), pass the states that the part before
     * gave, {@link Tensor#detach detached}.
     *
     * @throws IllegalArgumentException if a length is out of its range
     */
    public Read read(Tensor x, Optional<List<Tensor>> start, boolean training, int... lengths) {
        var outputs = x;
        var states = new ArrayList<Tensor>();
        for (var layer = 0; layer < layers.size(); layer++) {
            var number = layer;
            var run = layers.get(layer).read(outputs, start.map(each -> each.get(number)), lengths);
            outputs = training ? run.outputs().dropout(shape.dropout) : run.outputs();
            states.add(run.last());
        }
        return new Read(outputs, states);
    }

    /**
     * What reading gives.
     *
     * @param outputs (B, S, D), of the top layer at each position; the forward and then the backward output, 0 at padding
     * @param states of each layer, when each direction has read everything: (B, D), and for LSTM (B, 2D), outputs before memories
     */
    public record Read(Tensor outputs, List<Tensor> states) {

        /** The top layer's state. */
        public Tensor top() {
            return states.get(states.size() - 1);
        }
    }

    /**
     * The top layer's output when it has read everything: of the backward direction, if there is one, else of the forward one.
     *
     * @return (B, H)
     */
    public Tensor lastOutput(Read read) {
        var from = shape.bidirectional ? shape.size : 0;
        return read.top().slice(1, from, (long) from + shape.size);
    }
}
