package org.dragoman.nmt.model;

import org.dragoman.nmt.attention.Attention;
import org.dragoman.nmt.attention.FixedVector;
import org.dragoman.nmt.attention.Memory;
import org.dragoman.nmt.attention.Query;
import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.layers.Linear;
import org.dragoman.nmt.recurrent.Cell;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of Luong et al. 2015 (arXiv 1508.04025, section 3): it moves on, attends with its new state, and joins both.
 *
 * <pre>
 * s_i = cell([y_(i-1); o_(i-1)], s_(i-1))     without o_(i-1) unless input is fed (section 3.3)
 * c_i = attention(s_i)
 * o_i = tanh(W [c_i; s_i] + b)                equation 5, there without bias
 * </pre>
 *
 * <p>o_i has the size of the embeddings, so that the output can be tied to them. Of several layers the top one's state attends. Without
 * attention {@code o_i = tanh(W s_i + b)}, and the source is known by the first state only (Sutskever et al. 2014).
 *
 * <p>Where nothing of one position's attention is needed at the next, all positions of given targets run through the cells in one call each
 * and attend together.
 */
final class StepFirstDecoder extends RecurrentDecoder {

    private final Optional<Attention> attention;
    private final Linear joint;

    /** Makes {@code decoder.attention}, {@code decoder.cell} and {@code decoder.joint}. */
    StepFirstDecoder(RecurrentConfig config, Parameters parameters) {
        super(config, parameters, config.embeddingSize() * (config.inputFeeding() ? 2 : 1));
        attention = config.attention()
                .map(each -> each.build(parameters, "decoder.attention", config.decoderSize(), config.stateSize()));
        var seen = attention.isPresent() ? config.stateSize() : 0;
        joint = Linear.of(parameters, "decoder.joint", seen + config.decoderSize(), config.embeddingSize());
    }

    @Override
    Memory project(Tensor states, boolean training, int... lengths) {
        return attention.orElseGet(FixedVector::new).project(states, training, lengths);
    }

    @Override
    Position step(Tensor embedded, DecoderMoment moment, Memory memory) {
        return advance(cells().get(0).walk(embedded.unsqueeze(1)), 0, moment, memory);
    }

    @Override
    Tensor run(Tensor embedded, DecoderMoment start, Memory memory) {
        return config().inputFeeding() || hasCoverage()
                ? byPosition(embedded, start, memory)
                : atOnce(embedded, start, memory);
    }

    private Tensor byPosition(Tensor embedded, DecoderMoment start, Memory memory) {
        var walk = cells().get(0).walk(embedded);
        var hidden = new ArrayList<Tensor>();
        var moment = start;
        for (var position = 0; position < embedded.size(1); position++) {
            var reached = advance(walk, position, moment, memory);
            moment = reached.next();
            hidden.add(reached.hidden());
        }
        return Tensor.stack(1, hidden); // (n, T, E)
    }

    private Tensor atOnce(Tensor embedded, DecoderMoment start, Memory memory) {
        var outputs = embedded;
        for (var layer = 0; layer < cells().size(); layer++) {
            var below = layer == 0 ? outputs : dropped(outputs, memory.training());
            outputs = cells().get(layer).run(below, start.cells().get(layer)).outputs(); // (n, T, H)
        }
        var query = Query.everywhere(outputs);
        var attended = attention.map(each -> each.attend(query, memory));
        return dropped(join(attended.map(Attended::context), outputs), memory.training());
    }

    private Position advance(Cell.Walk walk, int position, DecoderMoment moment, Memory memory) {
        var state = moment.cells().get(0);
        var first =
                moment.joint().map(fed -> walk.step(position, fed, state)).orElseGet(() -> walk.step(position, state));
        var cells = upwards(first, moment.cells(), memory.training());
        var output = output(cells.get(cells.size() - 1)); // (n * k, H)
        var attended = attention.map(each -> each.attend(query(output, moment, memory), memory));
        var hidden = join(attended.map(each -> byRow(each.context())), output);
        var used = dropped(hidden, memory.training());
        var next = new DecoderMoment(
                moment.position() + 1,
                cells,
                moment.joint().map(before -> used),
                attended.flatMap(each -> covered(moment, each)));
        return new Position(used, attended.map(Attended::weights), next);
    }

    /** In (..., M) and (..., H), out (..., E). */
    private Tensor join(Optional<Tensor> context, Tensor output) {
        return joint.apply(context.map(seen -> Tensor.concat(-1, List.of(seen, output)))
                        .orElse(output))
                .tanh();
    }
}
