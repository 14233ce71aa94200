package org.dragoman.nmt.model;

import org.dragoman.nmt.layers.LayerNorm;
import org.dragoman.nmt.layers.Masks;
import org.dragoman.nmt.layers.SelfAttention;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A Transformer decoder without attention to a source. It fulfils the contract of an encoder-decoder whose sources say nothing: each is
 * its end marker alone, by convention, and is not looked at.
 */
final class LanguageModel implements EncoderDecoder {

    private final TransformerConfig config;
    private final Parameters parameters;
    private final Embeddings embeddings;
    private final List<TransformerLayer> layers;
    private final Optional<LayerNorm> norm;

    LanguageModel(TransformerConfig config, int vocabulary, Parameters parameters) {
        this.config = config;
        this.parameters = parameters;
        var scale = config.scaleEmbeddings() ? Math.sqrt(config.size()) : 1;
        embeddings = Embeddings.ofTarget(parameters, vocabulary, config.size(), scale, config.tying() == Tying.TARGET);
        layers = IntStream.range(0, config.encoderLayers())
                .mapToObj(layer -> new TransformerLayer(config, parameters, "layers." + layer))
                .toList();
        norm = config.normFirst()
                ? Optional.of(new LayerNorm(parameters, "norm", config.size(), config.normEpsilon()))
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
    public Encoded encode(Source source, boolean training) {
        return new Encoded() {
            @Override
            public Tensor teacherForced(Tensor targetInput, boolean trainingTarget) {
                return hidden(targetInput, trainingTarget);
            }

            @Override
            public DecoderState start() {
                var caches =
                        layers.stream().map(layer -> SelfAttention.Cache.EMPTY).toList();
                return new State(0, caches);
            }
        };
    }

    /** In ids (B, T), out the last layer (B, T, D); a position sees itself and the earlier ones. */
    private Tensor hidden(Tensor ids, boolean training) {
        var causal = Masks.causal(Math.toIntExact(ids.size(1)));
        var x = positioned(ids, 0); // (B, T, D)
        if (training) {
            x = x.dropout(config.embeddingDropout());
        }
        for (var layer : layers) {
            x = layer.apply(x, causal, training);
        }
        return normed(x);
    }

    private Tensor positioned(Tensor ids, int from) {
        var positions = config.positions().encode(from, Math.toIntExact(ids.size(1)), config.size());
        return embeddings.target(ids).add(positions);
    }

    private Tensor normed(Tensor x) {
        return norm.map(present -> present.apply(x)).orElse(x);
    }

    /** Each layer's cache of earlier positions. */
    private final class State implements DecoderState {

        private final int position;
        private final List<SelfAttention.Cache> caches;

        State(int position, List<SelfAttention.Cache> caches) {
            this.position = position;
            this.caches = caches;
        }

        @Override
        public Step step(Tensor tokens) {
            var x = positioned(tokens.unsqueeze(1), position); // (R, 1, D)
            var newCaches = new ArrayList<SelfAttention.Cache>();
            for (var layer = 0; layer < layers.size(); layer++) {
                var step = layers.get(layer).step(x, caches.get(layer));
                x = step.x();
                newCaches.add(step.cache());
            }
            var logits = normed(x).squeeze(1).linear(embeddings.output()); // (R, V)
            return new Step(logits, List.of(), new State(position + 1, newCaches));
        }

        @Override
        public DecoderState select(int[] sentences, int[] rows) {
            var chosen = Tensor.indices(rows);
            return new State(
                    position, caches.stream().map(cache -> cache.select(chosen)).toList());
        }

        @Override
        public List<Tensor> tensors() {
            return caches.stream().flatMap(cache -> cache.tensors().stream()).toList();
        }
    }
}
