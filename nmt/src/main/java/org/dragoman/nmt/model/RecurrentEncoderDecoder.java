package org.dragoman.nmt.model;

import org.dragoman.nmt.layers.AdditiveAttention;
import org.dragoman.nmt.layers.Attention;
import org.dragoman.nmt.layers.BidirectionalGru;
import org.dragoman.nmt.layers.GruCell;
import org.dragoman.nmt.layers.Linear;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The encoder-decoder with attention of Bahdanau et al. 2015 (arXiv 1409.0473, section 3 and appendix A).
 *
 * <p>The decoder starts with {@code s_0 = tanh(W h + b)}, h the backward encoder's state at the first position, which has read
 * the whole source (appendix A.2.2, there without bias). At position i it attends with its previous state and only then moves
 * on:
 *
 * <pre>
 * c_i = attention(s_(i-1))
 * s_i = GRU([y_(i-1); c_i], s_(i-1))
 * o_i = tanh(W [s_i; y_(i-1); c_i] + b)
 * </pre>
 *
 * <p>o_i takes the place of the paper's maxout layer over s_(i-1), y_(i-1) and c_i. It has the size of the embeddings, so that the
 * output can be tied to them.
 *
 * <p>B is the batch size, S the longest source in the batch, T the longest target, E the size of the embeddings, H that of the
 * decoder's state, M that of the encoder's states in both directions together. While decoding step by step, n sentences have k
 * hypotheses each, which are k queries to one copy of the encoder states.
 */
final class RecurrentEncoderDecoder implements EncoderDecoder {

    private final RecurrentConfig config;
    private final Parameters parameters;
    private final Embeddings embeddings;
    private final List<BidirectionalGru> encoder;
    private final Linear bridge;
    private final Attention attention;
    private final GruCell cell;
    private final Linear readout;

    RecurrentEncoderDecoder(RecurrentConfig config, VocabularySizes sizes, Parameters parameters) {
        this.config = config;
        this.parameters = parameters;
        var embedding = config.embeddingSize();
        var state = config.decoderSize();
        var memory = 2 * config.encoderSize();
        embeddings = new Embeddings(parameters, sizes, embedding, 1, config.tying());
        encoder = IntStream.range(0, config.encoderLayers())
                .mapToObj(layer -> encoderLayer(layer, layer == 0 ? embedding : memory))
                .toList();
        bridge = Linear.of(parameters, "decoder.bridge", config.encoderSize(), state);
        attention = new Attention(
                new AdditiveAttention(parameters, "decoder.attention", state, memory, config.attentionSize()));
        cell = new GruCell(parameters, "decoder.cell", embedding + memory, state);
        readout = Linear.of(parameters, "decoder.readout", state + embedding + memory, embedding);
    }

    private BidirectionalGru encoderLayer(int layer, int inputSize) {
        return new BidirectionalGru(parameters, "encoder.layers." + layer, inputSize, config.encoderSize());
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Tensor outputWeight() {
        return embeddings.output();
    }

    @Override
    public Encoded encode(Source source, boolean training) {
        var x = dropped(embeddings.source(source.factors()), training); // (B, S, E)
        for (var layer : encoder) {
            x = dropped(layer.apply(x, source.lengths()), training); // (B, S, M)
        }
        var start =
                bridge.apply(encoder.get(encoder.size() - 1).lastOfBackward(x)).tanh(); // (B, H)
        return new EncodedSource(attention.project(x, source.lengths()), start);
    }

    private Tensor dropped(Tensor x, boolean training) {
        return training ? x.dropout(config.dropout()) : x;
    }

    /**
     * Attends and moves on by one position.
     *
     * @param position in {@code inputs}, the embeddings of the previous tokens
     * @param state (n * k, H)
     */
    private Position advance(GruCell.Unrolled inputs, int position, Tensor state, Attention.Memory memory) {
        var queries = state.reshape(memory.states().size(0), -1, config.decoderSize()); // (n, k, H)
        var attended = attention.attend(queries, memory); // (n, k, M)
        var context = attended.context().reshape(-1, memory.states().size(-1)); // (n * k, M)
        return new Position(inputs.step(position, context, state), context, attended.weights());
    }

    /** In (..., H), (..., E) and (..., M), out (..., E). */
    private Tensor readOut(Tensor state, Tensor embedded, Tensor context) {
        return readout.apply(Tensor.concat(-1, List.of(state, embedded, context)))
                .tanh();
    }

    /**
     * What one position gives.
     *
     * @param state (n * k, H), the decoder's next
     * @param context (n * k, M)
     * @param weights (n, 1, k, S)
     */
    private record Position(Tensor state, Tensor context, Tensor weights) {}

    /** Encoder states, and the decoder's first state (B, H). */
    private final class EncodedSource implements Encoded {

        private final Attention.Memory memory;
        private final Tensor start;

        EncodedSource(Attention.Memory memory, Tensor start) {
            this.memory = memory;
            this.start = start;
        }

        @Override
        public Tensor teacherForced(Tensor targetInput, boolean training) {
            var embedded = dropped(embeddings.target(targetInput), training); // (B, T, E)
            var inputs = cell.unroll(embedded);
            var states = new ArrayList<Tensor>();
            var contexts = new ArrayList<Tensor>();
            var state = start;
            for (var position = 0; position < targetInput.size(1); position++) {
                var reached = advance(inputs, position, state, memory);
                state = reached.state;
                states.add(state);
                contexts.add(reached.context);
            }
            return dropped(readOut(Tensor.stack(1, states), embedded, Tensor.stack(1, contexts)), training);
        }

        @Override
        public DecoderState start() {
            return new State(start, memory);
        }
    }

    /** The decoder's state for each hypothesis (n * k, H), and the memory of each sentence. */
    private final class State implements DecoderState {

        private final Tensor state;
        private final Attention.Memory memory;

        State(Tensor state, Attention.Memory memory) {
            this.state = state;
            this.memory = memory;
        }

        @Override
        public Step step(Tensor tokens) {
            var embedded = embeddings.target(tokens); // (n * k, E)
            var reached = advance(cell.unroll(embedded.unsqueeze(1)), 0, state, memory);
            var logits = readOut(reached.state, embedded, reached.context).linear(outputWeight()); // (n * k, V)
            return new Step(logits, List.of(reached.weights), new State(reached.state, memory));
        }

        @Override
        public DecoderState select(int[] sentences, int[] rows) {
            var chosen = state.select(Tensor.indices(rows));
            return sentences.length == memory.states().size(0)
                    ? new State(chosen, memory)
                    : new State(chosen, memory.select(Tensor.indices(sentences)));
        }

        @Override
        public List<Tensor> tensors() {
            var tensors = new ArrayList<>(memory.tensors());
            tensors.add(state);
            return tensors;
        }
    }
}
