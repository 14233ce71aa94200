package org.dragoman.nmt.model;

import org.dragoman.nmt.attention.Memory;
import org.dragoman.nmt.attention.Query;
import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.recurrent.Cell;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent decoder: layers of cells, attention, and a last layer of the size of the embeddings.
 *
 * <p>n is the number of sentences, k the hypotheses of each, T the longest target, E the size of the embeddings, H that of a cell's output, P
 * that of its state, S the longest source.
 */
abstract class RecurrentDecoder {

    private final RecurrentConfig config;
    private final List<Cell> cells = new ArrayList<>();

    /** Makes the cells {@code decoder.cell}, {@code decoder.cell.1} and so on, the first for inputs of this size. */
    RecurrentDecoder(RecurrentConfig config, Parameters parameters, int inputSize) {
        this.config = config;
        for (var layer = 0; layer < config.decoderLayers(); layer++) {
            var name = layer == 0 ? "decoder.cell" : "decoder.cell." + layer;
            var in = layer == 0 ? inputSize : config.decoderSize();
            cells.add(config.cell().make(parameters, name, in, config.decoderSize(), config.layerNorm()));
        }
    }

    /** Prepares encoder states (n, S, M) for all positions. */
    abstract Memory project(Tensor states, boolean training, int... lengths);

    /**
     * One position of every hypothesis.
     *
     * @param embedded (n * k, E), the embeddings of the tokens before
     */
    abstract Position step(Tensor embedded, DecoderMoment moment, Memory memory);

    /** All positions of given targets: in embedded (n, T, E), out the last layer (n, T, E). */
    abstract Tensor run(Tensor embedded, DecoderMoment start, Memory memory);

    /** The moment before the first position, from the first state of each layer (n, P). */
    DecoderMoment start(List<Tensor> states, Memory memory) {
        var rows = states.get(0).size(0);
        return new DecoderMoment(
                0,
                states,
                config.inputFeeding() ? Optional.of(Tensor.zeros(rows, config.embeddingSize())) : Optional.empty(),
                hasCoverage() ? Optional.of(Tensor.zeros(rows, 1, memory.width())) : Optional.empty());
    }

    /**
     * What one position gives.
     *
     * @param hidden (n * k, E), the last layer
     * @param weights (n, heads, k, S), how it attended to the source; empty without attention
     * @param next where the decoder stands behind it
     */
    record Position(Tensor hidden, Optional<Tensor> weights, DecoderMoment next) {}

    RecurrentConfig config() {
        return config;
    }

    List<Cell> cells() {
        return cells;
    }

    boolean hasCoverage() {
        return config.attention().map(attention -> attention.hasCoverage()).orElse(false);
    }

    /**
     * Steps through the layers above the first.
     *
     * @param first the first layer's next state (n * k, P)
     * @param before the state of each layer before
     * @return the next state of each layer
     */
    List<Tensor> upwards(Tensor first, List<Tensor> before, boolean training) {
        var states = new ArrayList<>(List.of(first));
        for (var layer = 1; layer < cells.size(); layer++) {
            var below = dropped(cells.get(layer - 1).output(states.get(layer - 1)), training);
            states.add(cells.get(layer).step(below, before.get(layer)));
        }
        return states;
    }

    /** The top layer's output: in its state (..., P), out (..., H). */
    Tensor output(Tensor state) {
        return cells.get(cells.size() - 1).output(state);
    }

    /** The query of each hypothesis: in the top layer's outputs (n * k, H). */
    Query query(Tensor outputs, DecoderMoment moment, Memory memory) {
        var states = outputs.reshape(memory.sentences(), -1, config.decoderSize()); // (n, k, H)
        var query = Query.at(moment.position(), states);
        return moment.coverage().map(query::withCoverage).orElse(query);
    }

    /** Counts what was attended to. */
    static Optional<Tensor> covered(DecoderMoment moment, Attended attended) {
        return moment.coverage().map(before -> before.add(attended.weights().mean(1)));
    }

    /** In (n, k, M), out (n * k, M). */
    static Tensor byRow(Tensor context) {
        return context.reshape(-1, context.size(-1));
    }

    Tensor dropped(Tensor x, boolean training) {
        return training ? x.dropout(config.dropout()) : x;
    }
}
