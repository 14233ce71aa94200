package org.dragoman.nmt.attention;

import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.layers.Linear;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several attentions side by side, each with its own projections of the query and of the encoder's states (Vaswani et al. 2017, arXiv
 * 1706.03762, section 3.2.2), and with any score over content in the place of the scaled product.
 *
 * <p>A head works on {@code M / heads} places of queries, keys and values; the heads' contexts lie side by side and are projected once more.
 */
public final class MultiHeadAttention implements Attention {

    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear output;
    private final List<SingleAttention> heads;

    /**
     * Makes {@code name.query} (H to M), {@code name.key}, {@code name.value} and {@code name.output} (M to M), with biases.
     *
     * @param heads each with queries and states of size {@code M / heads}
     */
    public MultiHeadAttention(
            Parameters parameters, String name, int querySize, int stateSize, List<SingleAttention> heads) {
        this.query = Linear.of(parameters, name + ".query", querySize, stateSize);
        this.key = Linear.of(parameters, name + ".key", stateSize, stateSize);
        this.value = Linear.of(parameters, name + ".value", stateSize, stateSize);
        this.output = Linear.of(parameters, name + ".output", stateSize, stateSize);
        this.heads = List.copyOf(heads);
    }

    @Override
    public Memory project(Tensor states, boolean training, int... lengths) {
        var keys = key.apply(states).chunk(heads.size(), -1);
        var values = value.apply(states).chunk(heads.size(), -1);
        var projected = IntStream.range(0, heads.size())
                .mapToObj(head -> new Memory.Head(
                        values.get(head), heads.get(head).head(keys.get(head)).keys()))
                .toList();
        return new Memory(projected, Sources.of(Math.toIntExact(states.size(1)), lengths), training);
    }

    @Override
    public Attended attend(Query asked, Memory memory) {
        var queries = query.apply(asked.states()).chunk(heads.size(), -1);
        var contexts = new ArrayList<Tensor>();
        var weights = new ArrayList<Tensor>();
        for (var head = 0; head < heads.size(); head++) {
            var attended = heads.get(head)
                    .attend(asked.withStates(queries.get(head)), memory.heads().get(head), memory);
            contexts.add(attended.context());
            weights.add(attended.weights());
        }
        return new Attended(output.apply(Tensor.concat(-1, contexts)), Tensor.concat(1, weights));
    }
}
