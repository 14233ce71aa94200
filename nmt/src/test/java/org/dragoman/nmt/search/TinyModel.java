package org.dragoman.nmt.search;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.ModelConfig;
import org.dragoman.nmt.model.RecurrentConfigs;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.model.VocabularySizes;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Weights;
import org.dragoman.nmt.text.Vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** An untrained model with decided opinions, above all on the end marker: its output layer's weights are made larger. */
final class TinyModel implements AutoCloseable {

    static final int VOCABULARY = 23;
    static final int TRANSFORMER_LAYERS = 2;

    private final Parameters parameters;
    private final EncoderDecoder model;

    private TinyModel(ModelConfig config, long seed, double scale) {
        parameters = new Parameters(seed);
        model = config.build(new VocabularySizes(List.of(VOCABULARY), VOCABULARY, false), parameters);
        sharpen(seed, scale);
    }

    static TinyModel transformer(long seed) {
        var config = new TransformerConfig(
                16,
                2,
                32,
                1,
                TRANSFORMER_LAYERS,
                0.1,
                0,
                true,
                Activation.RELU,
                Positions.INTERLEAVED,
                true,
                1e-6,
                Tying.NONE);
        return new TinyModel(config, seed, 0.6);
    }

    static TinyModel recurrent(long seed) {
        return new TinyModel(RecurrentConfigs.bahdanau(16, 12, 12, 12, 1, 0.1, Tying.NONE), seed, 2.5);
    }

    private void sharpen(long seed, double scale) {
        var weights = new LinkedHashMap<>(parameters.weights());
        var output = weights.get("output.weight");
        var random = new Random(seed);
        var sharper = new float[output.values().length];
        for (var i = 0; i < sharper.length; i++) {
            var isEnd = i / output.shape()[1] == Vocabulary.END;
            sharper[i] = (float) (random.nextGaussian() * (isEnd ? 2 * scale : scale));
        }
        weights.put("output.weight", new Weights(output.shape(), sharper));
        parameters.load(weights, "test");
    }

    EncoderDecoder model() {
        return model;
    }

    /** Sources of 1 to 9 positions. */
    static List<int[][]> sources(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(sentence -> IntStream.concat(
                                random.ints(random.nextInt(9), 4, VOCABULARY), IntStream.of(Vocabulary.END))
                        .toArray())
                .map(ids -> new int[][] {ids})
                .toList();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
