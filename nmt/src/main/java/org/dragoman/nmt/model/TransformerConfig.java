package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.FeedForward;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.layers.Residual;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.pipeline.settings.Settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sizes and choices of a Transformer (Vaswani et al. 2017).
 *
 * @param size width D of the model, even and a multiple of {@code heads}
 * @param heads attention heads of each layer of the encoder
 * @param decoderHeads attention heads of each layer of the decoder, a divisor of {@code size} too
 * @param feedForwardSize width of the encoder's feed-forward layers
 * @param decoderFeedForwardSize width of the decoder's feed-forward layers
 * @param encoderLayers at least 1
 * @param decoderLayers at least 1
 * @param dropout probability on the result of each sub-layer, 0 to below 1
 * @param attentionDropout probability on attention weights, 0 to below 1
 * @param embeddingDropout probability on embeddings with their positions, 0 to below 1
 * @param feedForwardDropout probability within feed-forward layers, after the activation, 0 to below 1
 * @param normFirst whether the layer norm comes before each sub-layer (and once more at the end) or after it
 * @param activation of the feed-forward layers
 * @param positions formula of the position encodings
 * @param scaleEmbeddings whether embeddings are multiplied by {@code sqrt(size)}
 * @param normEpsilon added to the variance in layer norms, above 0
 * @param tying which embeddings are shared
 * @param outputBias whether a constant is added to each logit; such a model can be used, but not trained here
 * @param sourceEnd whether the end marker behind each source is read; if not, no position attends to it
 */
public record TransformerConfig(
        int size,
        int heads,
        int decoderHeads,
        int feedForwardSize,
        int decoderFeedForwardSize,
        int encoderLayers,
        int decoderLayers,
        double dropout,
        double attentionDropout,
        double embeddingDropout,
        double feedForwardDropout,
        boolean normFirst,
        Activation activation,
        Positions positions,
        boolean scaleEmbeddings,
        double normEpsilon,
        Tying tying,
        boolean outputBias,
        boolean sourceEnd)
        implements ModelConfig {

    public TransformerConfig {
        var problems = new ArrayList<String>();
        atLeastOne(problems, "size", size);
        atLeastOne(problems, "heads", heads);
        atLeastOne(problems, "feedForwardSize", feedForwardSize);
        atLeastOne(problems, "encoderLayers", encoderLayers);
        atLeastOne(problems, "decoderLayers", decoderLayers);
        probability(problems, "dropout", dropout);
        probability(problems, "attentionDropout", attentionDropout);
        if (Double.compare(embeddingDropout, dropout) != 0) {
            probability(problems, "embeddingDropout", embeddingDropout);
        }
        probability(problems, "feedForwardDropout", feedForwardDropout);
        if (size % 2 != 0 || (heads > 0 && size % heads != 0)) {
            problems.add("size must be even and a multiple of heads, got size " + size + " and heads " + heads);
        }
        if (decoderHeads != heads && (decoderHeads < 1 || size % decoderHeads != 0)) {
            problems.add("decoderHeads must be at least 1 and divide size, got size " + size + " and decoderHeads "
                    + decoderHeads);
        }
        if (decoderFeedForwardSize != feedForwardSize) {
            atLeastOne(problems, "decoderFeedForwardSize", decoderFeedForwardSize);
        }
        if (!(normEpsilon > 0)) {
            problems.add("normEpsilon must be above 0, got " + normEpsilon);
        }
        present(problems, "activation", activation, Activation.values());
        present(problems, "positions", positions, Positions.values());
        present(problems, "tying", tying, Tying.values());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * A decoder of the encoder's sizes, dropout on embeddings as on sub-layers and none within, no output bias, and sources with their end
     * markers.
     */
    public TransformerConfig(
            int size,
            int heads,
            int feedForwardSize,
            int encoderLayers,
            int decoderLayers,
            double dropout,
            double attentionDropout,
            boolean normFirst,
            Activation activation,
            Positions positions,
            boolean scaleEmbeddings,
            double normEpsilon,
            Tying tying) {
        this(
                size,
                heads,
                heads,
                feedForwardSize,
                feedForwardSize,
                encoderLayers,
                decoderLayers,
                dropout,
                attentionDropout,
                dropout,
                0,
                normFirst,
                activation,
                positions,
                scaleEmbeddings,
                normEpsilon,
                tying,
                false,
                true);
    }

    /** A network that is used, not trained, and adds a constant to each logit; see the components. */
    public static TransformerConfig withoutDropout(
            int size,
            int heads,
            int decoderHeads,
            int feedForwardSize,
            int decoderFeedForwardSize,
            int encoderLayers,
            int decoderLayers,
            boolean normFirst,
            Activation activation,
            Positions positions,
            boolean scaleEmbeddings,
            double normEpsilon,
            Tying tying,
            boolean sourceEnd) {
        return new TransformerConfig(
                size,
                heads,
                decoderHeads,
                feedForwardSize,
                decoderFeedForwardSize,
                encoderLayers,
                decoderLayers,
                0,
                0,
                0,
                0,
                normFirst,
                activation,
                positions,
                scaleEmbeddings,
                normEpsilon,
                tying,
                true,
                sourceEnd);
    }

    private static void atLeastOne(List<String> problems, String name, int value) {
        if (value < 1) {
            problems.add(name + " must be at least 1, got " + value);
        }
    }

    private static void present(List<String> problems, String name, Enum<?> value, Enum<?>[] choices) {
        if (value == null) {
            problems.add(name + " must be one of " + Arrays.toString(choices) + ", got null");
        }
    }

    private static void probability(List<String> problems, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            problems.add(name + " must be at least 0 and below 1, got " + value);
        }
    }

    /** Reads the settings; what isn't given is as in the paper's base model, but norm first. */
    static TransformerConfig from(Settings settings) {
        var heads = settings.integer("heads").atLeast(1).or(8);
        var dropout = settings.decimal("dropout").atLeast(0.0).below(1.0).or(0.1);
        var feedForwardSize = settings.integer("feedForwardSize").atLeast(1).or(2048);
        return new TransformerConfig(
                settings.integer("size").atLeast(2).or(512),
                heads,
                settings.integer("decoderHeads").atLeast(1).or(heads),
                feedForwardSize,
                settings.integer("decoderFeedForwardSize").atLeast(1).or(feedForwardSize),
                settings.integer("encoderLayers").atLeast(1).or(6),
                settings.integer("decoderLayers").atLeast(1).or(6),
                dropout,
                settings.decimal("attentionDropout").atLeast(0.0).below(1.0).or(0.0),
                settings.decimal("embeddingDropout").atLeast(0.0).below(1.0).or(dropout),
                settings.decimal("feedForwardDropout").atLeast(0.0).below(1.0).or(0.0),
                settings.flag("normFirst").or(true),
                settings.choice("activation", Activation.class).or(Activation.RELU),
                settings.choice("positions", Positions.class).or(Positions.INTERLEAVED),
                settings.flag("scaleEmbeddings").or(true),
                settings.decimal("normEpsilon").above(0.0).or(1e-5),
                settings.choice("tying", Tying.class).or(Tying.ALL),
                settings.flag("outputBias").or(false),
                settings.flag("sourceEnd").or(true));
    }

    /** A connection around a sub-layer. */
    Residual residual(Parameters parameters, String name) {
        return new Residual(parameters, name, size, normEpsilon, normFirst, dropout);
    }

    /** A feed-forward layer of this inner width. */
    FeedForward feedForward(Parameters parameters, String name, int innerSize) {
        return new FeedForward(parameters, name, size, innerSize, activation);
    }

    @Override
    public ObjectNode toJson() {
        return SettingsJson.ofKind("transformer", this);
    }

    @Override
    public Optional<String> misfit(List<Integer> factorSizes) {
        return Embeddings.misfit(factorSizes, size, tying);
    }

    @Override
    public EncoderDecoder build(VocabularySizes sizes, Parameters parameters) {
        return new Transformer(this, sizes, parameters);
    }
}
