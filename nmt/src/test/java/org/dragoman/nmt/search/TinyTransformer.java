package org.dragoman.nmt.search;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.model.VocabularySizes;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** An untrained Transformer with decided opinions: random weights, the output layer made larger. */
final class TinyTransformer implements AutoCloseable {

    static final int PADDING = 0;
    static final int START = 1;
    static final int END = 2;
    static final Markers MARKERS = new Markers(START, END, Set.of(PADDING, START));
    static final int VOCABULARY = 23;
    static final int DECODER_LAYERS = 2;

    private final Parameters parameters;
    private final EncoderDecoder model;

    TinyTransformer(long seed) {
        parameters = new Parameters(seed);
        model = new TransformerConfig(
                        16,
                        2,
                        32,
                        1,
                        DECODER_LAYERS,
                        0.1,
                        0,
                        true,
                        Activation.RELU,
                        Positions.values()[0],
                        true,
                        1e-6,
                        Tying.NONE)
                .build(new VocabularySizes(List.of(VOCABULARY), VOCABULARY, false), parameters);
        sharpen(seed);
    }

    private void sharpen(long seed) {
        var weights = new LinkedHashMap<>(parameters.weights());
        var output = weights.get("output.weight");
        var random = new Random(seed);
        var sharper = new float[output.values().length];
        for (var i = 0; i < sharper.length; i++) {
            sharper[i] = (float) random.nextGaussian() * 0.6f;
        }
        weights.put("output.weight", new Weights(output.shape(), sharper));
        parameters.load(weights, "test");
    }

    EncoderDecoder model() {
        return model;
    }

    /** Sentences of 1 to 9 random ids that end in the end marker. */
    static List<int[]> sentences(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(sentence -> IntStream.concat(random.ints(random.nextInt(9), 3, VOCABULARY), IntStream.of(END))
                        .toArray())
                .toList();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
