package org.dragoman.nmt.model;

import org.dragoman.nmt.attention.Attention;
import org.dragoman.nmt.attention.FixedVector;
import org.dragoman.nmt.attention.Memory;
import org.dragoman.nmt.layers.Linear;
import org.dragoman.nmt.recurrent.Cell;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of Bahdanau et al. 2015 (arXiv 1409.0473, appendix A.2.2): it attends with its state before, and only then moves on.
 *
 * <pre>
 * c_i = attention(s_(i-1))
 * s_i = cell([y_(i-1); c_i], s_(i-1))
 * o_i = tanh(W [s_i; y_(i-1); c_i] + b)
 * </pre>
 *
 * <p>o_i takes the place of the paper's maxout layer over s_(i-1), y_(i-1) and c_i. It has the size of the embeddings, so that the
 * output can be tied to them. Of several layers the top one's state attends, and the context is an input of the first. Without attention c_i is
 * the encoder's last output, at every position (Cho et al. 2014).
 */
final class AttendFirstDecoder extends RecurrentDecoder {

    private final Attention attention;
    private final Linear readout;

    /** Makes {@code decoder.attention}, {@code decoder.cell} and {@code decoder.readout}. */
    AttendFirstDecoder(RecurrentConfig config, Parameters parameters) {
        super(config, parameters, config.embeddingSize() + config.stateSize());
        var embedding = config.embeddingSize();
        attention = config.attention()
                .map(each -> each.build(parameters, "decoder.attention", config.decoderSize(), config.stateSize()))
                .orElseGet(FixedVector::new);
        readout = Linear.of(
                parameters, "decoder.readout", config.decoderSize() + embedding + config.stateSize(), embedding);
    }

    @Override
    Memory project(Tensor states, boolean training, int... lengths) {
        return attention.project(states, training, lengths);
    }

    @Override
    Position step(Tensor embedded, DecoderMoment moment, Memory memory) {
        var reached = advance(cells().get(0).walk(embedded.unsqueeze(1)), 0, moment, memory);
        var hidden = readOut(output(reached.next.top()), embedded, reached.context);
        var weights = config().attention().map(attended -> reached.weights);
        return new Position(dropped(hidden, memory.training()), weights, reached.next);
    }

    @Override
    Tensor run(Tensor embedded, DecoderMoment start, Memory memory) {
        var walk = cells().get(0).walk(embedded);
        var outputs = new ArrayList<Tensor>();
        var contexts = new ArrayList<Tensor>();
        var moment = start;
        for (var position = 0; position < embedded.size(1); position++) {
            var reached = advance(walk, position, moment, memory);
            moment = reached.next;
            outputs.add(output(moment.top()));
            contexts.add(reached.context);
        }
        var hidden = readOut(Tensor.stack(1, outputs), embedded, Tensor.stack(1, contexts)); // (n, T, E)
        return dropped(hidden, memory.training());
    }

    /**
     * Attends and moves on by one position.
     *
     * @param position in the walk
     */
    private Reached advance(Cell.Walk walk, int position, DecoderMoment moment, Memory memory) {
        var attended = attention.attend(query(output(moment.top()), moment, memory), memory);
        var context = byRow(attended.context()); // (n * k, M)
        var first = walk.step(position, context, moment.cells().get(0));
        var next = new DecoderMoment(
                moment.position() + 1,
                upwards(first, moment.cells(), memory.training()),
                Optional.empty(),
                covered(moment, attended));
        return new Reached(context, attended.weights(), next);
    }

    private record Reached(Tensor context, Tensor weights, DecoderMoment next) {}

    /** In (..., H), (..., E) and (..., M), out (..., E). */
    private Tensor readOut(Tensor output, Tensor embedded, Tensor context) {
        return readout.apply(Tensor.concat(-1, List.of(output, embedded, context)))
                .tanh();
    }
}
