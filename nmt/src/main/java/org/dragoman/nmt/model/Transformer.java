package org.dragoman.nmt.model;

import org.dragoman.nmt.layers.Attended;
import org.dragoman.nmt.layers.CrossAttention;
import org.dragoman.nmt.layers.FeedForward;
import org.dragoman.nmt.layers.LayerNorm;
import org.dragoman.nmt.layers.Masks;
import org.dragoman.nmt.layers.Residual;
import org.dragoman.nmt.layers.SelfAttention;
import org.dragoman.nmt.tensor.Initializer;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The encoder-decoder of Vaswani et al. 2017 (arXiv 1706.03762), section 3.
 *
 * <p>B is the batch size, S the longest source in the batch, T the longest target, D the size of the model. While decoding
 * step by step, the k hypotheses of a sentence are k queries to one copy of its encoder states.
 */
final class Transformer implements EncoderDecoder {

    private final TransformerConfig config;
    private final Parameters parameters;
    private final Embeddings embeddings;
    private final List<TransformerLayer> encoderLayers;
    private final List<DecoderLayer> decoderLayers;
    private final Optional<LayerNorm> encoderNorm;
    private final Optional<LayerNorm> decoderNorm;
    private final Optional<Tensor> outputBias;

    Transformer(TransformerConfig config, VocabularySizes sizes, Parameters parameters) {
        this.config = config;
        this.parameters = parameters;
        var scale = config.scaleEmbeddings() ? Math.sqrt(config.size()) : 1;
        embeddings = new Embeddings(parameters, sizes, config.size(), scale, config.tying());
        encoderLayers = IntStream.range(0, config.encoderLayers())
                .mapToObj(layer -> new TransformerLayer(config, parameters, "encoder.layers." + layer))
                .toList();
        encoderNorm = finalNorm("encoder.norm");
        decoderLayers = IntStream.range(0, config.decoderLayers())
                .mapToObj(layer -> new DecoderLayer("decoder.layers." + layer))
                .toList();
        decoderNorm = finalNorm("decoder.norm");
        outputBias = config.outputBias()
                ? Optional.of(parameters.make("output.bias", Initializer.constant(0), sizes.target()))
                : Optional.empty();
    }

    private Optional<LayerNorm> finalNorm(String name) {
        return config.normFirst()
                ? Optional.of(new LayerNorm(parameters, name, config.size(), config.normEpsilon()))
                : Optional.empty();
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
    public Tensor logits(Tensor hidden) {
        return outputBias
                .map(bias -> hidden.linear(embeddings.output(), bias))
                .orElseGet(() -> hidden.linear(embeddings.output()));
    }

    @Override
    public Encoded encode(Source source, boolean training) {
        var mask = Masks.padding(read(source.lengths()), source.width());
        return new EncodedSource(encoderStates(source, mask, training), mask);
    }

    /** The last layer of the encoder (B, S, D). */
    Tensor encoderStates(Source source, Tensor mask, boolean training) {
        var x = positioned(embeddings.source(source.factors()), 0, training); // (B, S, D)
        for (var layer : encoderLayers) {
            x = layer.apply(x, mask, training);
        }
        return normed(encoderNorm, x);
    }

    /** How many positions of each source are attended to. */
    private int[] read(int... lengths) {
        return config.sourceEnd()
                ? lengths
                : Arrays.stream(lengths).map(length -> length - 1).toArray();
    }

    /** Adds the position encodings of positions from {@code from} on to (B, L, D). */
    private Tensor positioned(Tensor embedded, int from, boolean training) {
        var positions = config.positions().encode(from, Math.toIntExact(embedded.size(1)), config.size());
        var sum = embedded.add(positions);
        return training ? sum.dropout(config.embeddingDropout()) : sum;
    }

    private static Tensor normed(Optional<LayerNorm> norm, Tensor x) {
        return norm.map(present -> present.apply(x)).orElse(x);
    }

    /** Self-attention, attention to the source and a feed-forward layer (section 3.1). */
    private final class DecoderLayer {

        private final SelfAttention selfAttention;
        private final Residual aroundSelfAttention;
        private final CrossAttention crossAttention;
        private final Residual aroundCrossAttention;
        private final FeedForward feedForward;
        private final Residual aroundFeedForward;

        DecoderLayer(String name) {
            var heads = config.decoderHeads();
            selfAttention = new SelfAttention(parameters, name + ".selfAttention", config.size(), heads);
            aroundSelfAttention = config.residual(parameters, name + ".selfAttentionNorm");
            crossAttention = new CrossAttention(parameters, name + ".crossAttention", config.size(), heads);
            aroundCrossAttention = config.residual(parameters, name + ".crossAttentionNorm");
            feedForward = config.feedForward(parameters, name + ".feedForward", config.decoderFeedForwardSize());
            aroundFeedForward = config.residual(parameters, name + ".feedForwardNorm");
        }

        /** In x (B, T, D), causal mask (1, 1, T, T); out (B, T, D). */
        Tensor apply(Tensor x, Tensor causal, CrossAttention.Memory memory, Tensor mask, boolean training) {
            var dropout = training ? config.attentionDropout() : 0;
            var attended = selfAttention
                    .apply(aroundSelfAttention.before(x), causal, dropout)
                    .context();
            var y = aroundSelfAttention.after(x, attended, training);
            return attendToSource(y, memory, mask, training).x;
        }

        /** The part after self-attention: in y (B, T, D), out (B, T, D) and the weights (B, H, T, S). */
        Attention attendToSource(Tensor y, CrossAttention.Memory memory, Tensor mask, boolean training) {
            var dropout = training ? config.attentionDropout() : 0;
            Attended attended = crossAttention.apply(aroundCrossAttention.before(y), memory, mask, dropout);
            var z = aroundCrossAttention.after(y, attended.context(), training);
            var inner = training ? config.feedForwardDropout() : 0;
            var out = aroundFeedForward.after(z, feedForward.apply(aroundFeedForward.before(z), inner), training);
            return new Attention(out, attended.weights());
        }

        /** One position: in x (n * k, 1, D), out (n * k, 1, D). */
        LayerStep step(Tensor x, SelfAttention.Cache cache, CrossAttention.Memory memory, Tensor mask) {
            var self = selfAttention.step(aroundSelfAttention.before(x), cache);
            var y = aroundSelfAttention.after(x, self.context(), false);
            var bySentence = y.reshape(mask.size(0), -1, config.size()); // (n, k, D)
            var attention = attendToSource(bySentence, memory, mask, false);
            return new LayerStep(attention.x.reshape(-1, 1, config.size()), attention.weights, self.cache());
        }
    }

    private record Attention(Tensor x, Tensor weights) {}

    private record LayerStep(Tensor x, Tensor weights, SelfAttention.Cache cache) {}

    /** Encoder states (B, S, D) with the mask of their padding (B, 1, 1, S). */
    private final class EncodedSource implements Encoded {

        private final Tensor states;
        private final Tensor mask;

        EncodedSource(Tensor states, Tensor mask) {
            this.states = states;
            this.mask = mask;
        }

        @Override
        public Tensor teacherForced(Tensor targetInput, boolean training) {
            var causal = Masks.causal(Math.toIntExact(targetInput.size(1)));
            var x = positioned(embeddings.target(targetInput), 0, training); // (B, T, D)
            for (var layer : decoderLayers) {
                x = layer.apply(x, causal, layer.crossAttention.project(states), mask, training);
            }
            return normed(decoderNorm, x);
        }

        @Override
        public DecoderState start() {
            var memories = decoderLayers.stream()
                    .map(layer -> layer.crossAttention.project(states))
                    .toList();
            var caches = decoderLayers.stream()
                    .map(layer -> SelfAttention.Cache.EMPTY)
                    .toList();
            return new State(0, mask, memories, caches);
        }
    }

    /** The source projected for each layer, and each layer's cache of earlier target positions. */
    private final class State implements DecoderState {

        private final int position;
        private final Tensor mask;
        private final List<CrossAttention.Memory> memories;
        private final List<SelfAttention.Cache> caches;

        State(int position, Tensor mask, List<CrossAttention.Memory> memories, List<SelfAttention.Cache> caches) {
            this.position = position;
            this.mask = mask;
            this.memories = memories;
            this.caches = caches;
        }

        @Override
        public Step step(Tensor tokens) {
            var x = positioned(embeddings.target(tokens.unsqueeze(1)), position, false); // (n * k, 1, D)
            var attention = new ArrayList<Tensor>();
            var newCaches = new ArrayList<SelfAttention.Cache>();
            for (var layer = 0; layer < decoderLayers.size(); layer++) {
                var step = decoderLayers.get(layer).step(x, caches.get(layer), memories.get(layer), mask);
                x = step.x;
                attention.add(step.weights);
                newCaches.add(step.cache);
            }
            var logits = logits(normed(decoderNorm, x).squeeze(1)); // (n * k, V)
            return new Step(logits, attention, new State(position + 1, mask, memories, newCaches));
        }

        @Override
        public DecoderState select(int[] sentences, int[] rows) {
            var rowIndices = Tensor.indices(rows);
            var newCaches =
                    caches.stream().map(cache -> cache.select(rowIndices)).toList();
            if (sentences.length == mask.size(0)) {
                return new State(position, mask, memories, newCaches);
            }
            var chosen = Tensor.indices(sentences);
            var newMemories =
                    memories.stream().map(memory -> memory.select(chosen)).toList();
            return new State(position, mask.select(chosen), newMemories, newCaches);
        }

        @Override
        public List<Tensor> tensors() {
            var tensors = new ArrayList<Tensor>(List.of(mask));
            memories.forEach(memory -> tensors.addAll(memory.tensors()));
            caches.forEach(cache -> tensors.addAll(cache.tensors()));
            return tensors;
        }
    }
}
