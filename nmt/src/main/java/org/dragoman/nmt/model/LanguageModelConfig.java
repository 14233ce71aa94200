package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.pipeline.settings.Settings;

import java.util.List;

/**
 * The sizes and choices of a language model: a Transformer decoder without attention to a source (Liu et al. 2018, arXiv 1801.10198;
 * Radford et al. 2018), which predicts each piece of a sentence from those before it. Such a decoder is the encoder of a Transformer
 * whose positions don't see later ones, and that is how it is described.
 *
 * @param stack its encoder is the model; its embeddings are tied to the output or not; it has as many decoder layers as encoder layers
 */
public record LanguageModelConfig(TransformerConfig stack) implements ModelConfig {

    public LanguageModelConfig {
        if (stack.encoderLayers() != stack.decoderLayers() || stack.tying() == Tying.ALL) {
            throw new IllegalArgumentException("a language model has one number of layers and no source to tie, got "
                    + stack.encoderLayers() + " and " + stack.decoderLayers() + " layers and tying " + stack.tying());
        }
    }

    /** Reads the settings; what isn't given makes a small model. */
    static LanguageModelConfig from(Settings settings) {
        var layers = settings.integer("layers").atLeast(1).or(4);
        var heads = settings.integer("heads").atLeast(1).or(4);
        var feedForwardSize = settings.integer("feedForwardSize").atLeast(1).or(1024);
        var dropout = settings.decimal("dropout").atLeast(0.0).below(1.0).or(0.1);
        return new LanguageModelConfig(new TransformerConfig(
                settings.integer("size").atLeast(2).or(256),
                heads,
                heads,
                feedForwardSize,
                feedForwardSize,
                layers,
                layers,
                dropout,
                settings.decimal("attentionDropout").atLeast(0.0).below(1.0).or(0.0),
                settings.decimal("embeddingDropout").atLeast(0.0).below(1.0).or(dropout),
                settings.decimal("feedForwardDropout").atLeast(0.0).below(1.0).or(0.0),
                settings.flag("normFirst").or(true),
                settings.choice("activation", Activation.class).or(Activation.RELU),
                settings.choice("positions", Positions.class).or(Positions.INTERLEAVED),
                settings.flag("scaleEmbeddings").or(true),
                settings.decimal("normEpsilon").above(0.0).or(1e-5),
                settings.flag("tied").or(true) ? Tying.TARGET : Tying.NONE,
                false,
                true));
    }

    @Override
    public Task task() {
        return Task.LANGUAGE_MODEL;
    }

    @Override
    public ObjectNode toJson() {
        var node = SettingsJson.ofKind("language-model", stack);
        node.remove(List.of(
                "decoderHeads",
                "decoderFeedForwardSize",
                "encoderLayers",
                "decoderLayers",
                "tying",
                "outputBias",
                "sourceEnd"));
        return node.put("layers", stack.encoderLayers()).put("tied", stack.tying() == Tying.TARGET);
    }

    @Override
    public EncoderDecoder build(VocabularySizes sizes, Parameters parameters) {
        return new LanguageModel(stack, sizes.target(), parameters);
    }
}
