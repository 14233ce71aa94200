package org.dragoman.nmt.model;

import org.dragoman.nmt.attention.Memory;
import org.dragoman.nmt.layers.Linear;
import org.dragoman.nmt.recurrent.RecurrentStack;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A recurrent encoder-decoder, with attention (Bahdanau et al. 2015, arXiv 1409.0473; Luong et al. 2015, arXiv 1508.04025) or without
 * (Sutskever et al. 2014, arXiv 1409.3215; Cho et al. 2014, arXiv 1406.1078).
 *
 * <p>The encoder is a {@link RecurrentStack}; a {@link Bridge} makes the decoder's first state from it; the decoder is an {@link
 * AttendFirstDecoder} or a {@link StepFirstDecoder}.
 *
 * <p>B is the batch size, S the longest source in the batch, T the longest target, E the size of the embeddings, P that of a decoder cell's
 * state, M that of the encoder's outputs. While decoding step by step, n sentences have k
 * hypotheses each, which are k queries to one copy of the encoder states.
 */
final class RecurrentEncoderDecoder implements EncoderDecoder {

    private final RecurrentConfig config;
    private final Parameters parameters;
    private final Embeddings embeddings;
    private final RecurrentStack encoder;
    private final RecurrentDecoder decoder;
    private final Optional<Linear> bridge;

    RecurrentEncoderDecoder(RecurrentConfig config, VocabularySizes sizes, Parameters parameters) {
        this.config = config;
        this.parameters = parameters;
        embeddings = new Embeddings(parameters, sizes, config.embeddingSize(), 1, config.tying());
        encoder = new RecurrentStack(parameters, "encoder.layers", config.embeddingSize(), config.encoderShape());
        decoder = switch (config.order()) {
            case ATTEND_FIRST -> new AttendFirstDecoder(config, parameters);
            case STEP_FIRST -> new StepFirstDecoder(config, parameters);
        };
        bridge = switch (config.bridge()) {
            case LAST -> Optional.of(bridgeFrom(hasAttention() ? config.encoderSize() : config.stateSize()));
            case MEAN -> Optional.of(bridgeFrom(config.stateSize()));
            case ZERO, COPY -> Optional.empty();
        };
    }

    /** Makes {@code decoder.bridge}, to the states of all layers side by side. */
    private Linear bridgeFrom(int size) {
        var states = decoder.cells().stream().mapToInt(cell -> cell.stateSize()).sum();
        return Linear.of(parameters, "decoder.bridge", size, states);
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
        var embedded = dropped(embeddings.source(source.factors()), training); // (B, S, E)
        var read = encoder.read(embedded, training, source.lengths());
        var seen = hasAttention() ? read.outputs() : vector(read).unsqueeze(1); // (B, S or 1, M)
        var memory = decoder.project(seen, training, source.lengths());
        return new EncodedSource(memory, decoder.start(firstStates(read, source.lengths()), memory));
    }

    private boolean hasAttention() {
        return config.attention().isPresent();
    }

    /** The source as one vector: the top layer's outputs of all directions when they have read everything (B, M). */
    private Tensor vector(RecurrentStack.Read read) {
        return read.top().slice(1, 0, config.stateSize());
    }

    /** The decoder's first state of each layer (B, P). */
    private List<Tensor> firstStates(RecurrentStack.Read read, int... lengths) {
        return switch (config.bridge()) {
            case COPY -> read.states();
            case ZERO ->
                decoder.cells().stream().map(cell -> cell.start(lengths.length)).toList();
            case LAST -> bridged(hasAttention() ? encoder.lastOutput(read) : vector(read));
            case MEAN -> bridged(read.outputs().sum(1).div(asColumn(lengths)));
        };
    }

    private List<Tensor> bridged(Tensor summary) {
        return bridge.orElseThrow().apply(summary).tanh().chunk(decoder.cells().size(), 1);
    }

    private static Tensor asColumn(int... lengths) {
        var numbers = new float[lengths.length];
        IntStream.range(0, lengths.length).forEach(row -> numbers[row] = lengths[row]);
        return Tensor.of(numbers, lengths.length, 1);
    }

    private Tensor dropped(Tensor x, boolean training) {
        return training ? x.dropout(config.dropout()) : x;
    }

    /** What the decoder sees of a batch of sources, and where it starts. */
    private final class EncodedSource implements Encoded {

        private final Memory memory;
        private final DecoderMoment start;

        EncodedSource(Memory memory, DecoderMoment start) {
            this.memory = memory;
            this.start = start;
        }

        @Override
        public Tensor teacherForced(Tensor targetInput, boolean training) {
            return decoder.run(dropped(embeddings.target(targetInput), training), start, memory);
        }

        @Override
        public Tensor sampled(Tensor targetInput, double truth, Random random) {
            var right = targetInput.toLongs();
            var width = Math.toIntExact(targetInput.size(1));
            var tokens = targetInput.slice(1, 0, 1).squeeze(1);
            var hidden = new ArrayList<Tensor>();
            var moment = start;
            for (var position = 0; position < width; position++) {
                var reached = decoder.step(dropped(embeddings.target(tokens), memory.training()), moment, memory);
                moment = reached.next();
                hidden.add(reached.hidden());
                if (position + 1 < width) {
                    var own = reached.hidden()
                            .detach()
                            .linear(outputWeight().detach())
                            .topK(1)
                            .indices()
                            .toLongs();
                    for (var row = 0; row < own.length; row++) {
                        own[row] = random.nextDouble() < truth ? right[row * width + position + 1] : own[row];
                    }
                    tokens = Tensor.of(own, own.length);
                }
            }
            return Tensor.stack(1, hidden);
        }

        @Override
        public DecoderState start() {
            return new State(start, memory);
        }
    }

    /** Where the decoder stands with each hypothesis, and the memory of each sentence. */
    private final class State implements DecoderState {

        private final DecoderMoment moment;
        private final Memory memory;

        State(DecoderMoment moment, Memory memory) {
            this.moment = moment;
            this.memory = memory;
        }

        @Override
        public Step step(Tensor tokens) {
            var reached = decoder.step(embeddings.target(tokens), moment, memory);
            var logits = reached.hidden().linear(outputWeight()); // (n * k, V)
            return new Step(
                    logits, reached.weights().map(List::of).orElse(List.of()), new State(reached.next(), memory));
        }

        @Override
        public DecoderState select(int[] sentences, int[] rows) {
            var chosen = moment.select(sentences.length, rows);
            return sentences.length == memory.sentences()
                    ? new State(chosen, memory)
                    : new State(chosen, memory.select(Tensor.indices(sentences)));
        }

        @Override
        public List<Tensor> tensors() {
            var tensors = new ArrayList<>(memory.tensors());
            tensors.addAll(moment.tensors());
            return tensors;
        }
    }
}
