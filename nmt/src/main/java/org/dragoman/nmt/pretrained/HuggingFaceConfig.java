package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.LayerNorm;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The {@code config.json} of a Marian model: sizes, choices and special numbers. Defaults are those of transformers 4.57.
 *
 * @param network the architecture
 * @param sourceSize entries of the source's vocabulary, which is the target's too unless {@link #sharesVocabulary} is false
 * @param targetSize entries of the target's vocabulary
 * @param sharesVocabulary whether source and target have one table of embeddings, and one vocabulary
 * @param padding number of the target's padding
 * @param start number with which the decoder starts
 * @param end number of the target's end marker
 * @param positions longest source and target
 */
record HuggingFaceConfig(
        TransformerConfig network,
        int sourceSize,
        int targetSize,
        boolean sharesVocabulary,
        int padding,
        int start,
        int end,
        int positions) {

    static final String FILE = "config.json";

    private static final Map<String, Activation> ACTIVATIONS = Map.of(
            "swish", Activation.SWISH, "silu", Activation.SWISH, "relu", Activation.RELU, "gelu", Activation.GELU);

    /** What Marian models have in no other way; transformers knows some of it, or did once. */
    private static final List<String> UNSUPPORTED =
            List.of("normalize_before", "normalize_embedding", "add_final_layer_norm", "add_bias_logits");

    /** @throws IllegalArgumentException that names everything that is missing, wrong or not supported */
    static HuggingFaceConfig read(Path folder) {
        var file = folder.resolve(FILE);
        var settings = Settings.of(file.toString(), JsonFiles.withoutNulls(JsonFiles.object(file)));
        return settings.build(HuggingFaceConfig::from);
    }

    private static HuggingFaceConfig from(Settings settings) {
        checkSupported(settings);
        var size = settings.integer("vocab_size").atLeast(3).required();
        var config = new HuggingFaceConfig(
                network(settings),
                size,
                settings.integer("decoder_vocab_size").atLeast(3).or(size),
                settings.flag("share_encoder_decoder_embeddings").or(true),
                settings.integer("pad_token_id").atLeast(0).required(),
                settings.integer("decoder_start_token_id").atLeast(0).required(),
                settings.integer("eos_token_id").atLeast(0).required(),
                settings.integer("max_position_embeddings").atLeast(16).or(1024));
        if (config.sharesVocabulary && config.targetSize != config.sourceSize) {
            settings.problem(
                    "decoder_vocab_size",
                    "must be vocab_size (" + config.sourceSize
                            + ") where share_encoder_decoder_embeddings is true, got " + config.targetSize);
        }
        settings.passRest();
        return config;
    }

    private static void checkSupported(Settings settings) {
        settings.text("model_type").check("marian"::equals, "\"marian\"").required();
        UNSUPPORTED.forEach(key -> settings.flag(key)
                .check(value -> !value, "false; true is not supported")
                .or(false));
        settings.flag("static_position_embeddings")
                .check(value -> value, "true; learned positions are not supported")
                .or(true);
        settings.flag("is_encoder_decoder").check(value -> value, "true").or(true);
        settings.tree("quantization_config")
                .check(value -> false, "absent; quantized weights are not supported")
                .optional();
    }

    private static TransformerConfig network(Settings settings) {
        var activation = settings.text("activation_function")
                .check(
                        ACTIVATIONS::containsKey,
                        "one of " + ACTIVATIONS.keySet().stream().sorted().toList())
                .or("gelu");
        var dropout = settings.decimal("dropout").atLeast(0.0).below(1.0).or(0.1);
        return new TransformerConfig(
                settings.integer("d_model").atLeast(2).or(1024),
                settings.integer("encoder_attention_heads").atLeast(1).or(16),
                settings.integer("decoder_attention_heads").atLeast(1).or(16),
                settings.integer("encoder_ffn_dim").atLeast(1).or(4096),
                settings.integer("decoder_ffn_dim").atLeast(1).or(4096),
                settings.integer("encoder_layers").atLeast(1).or(12),
                settings.integer("decoder_layers").atLeast(1).or(12),
                dropout,
                settings.decimal("attention_dropout").atLeast(0.0).below(1.0).or(0.0),
                dropout,
                settings.decimal("activation_dropout").atLeast(0.0).below(1.0).or(0.0),
                false,
                ACTIVATIONS.getOrDefault(activation, Activation.GELU),
                Positions.CONCATENATED,
                settings.flag("scale_embedding").or(false),
                LayerNorm.EPSILON,
                tying(settings),
                true,
                true);
    }

    private static Tying tying(Settings settings) {
        var shared = settings.flag("share_encoder_decoder_embeddings").or(true);
        var tied = settings.flag("tie_word_embeddings").or(true);
        if (shared && !tied) {
            settings.problem(
                    "tie_word_embeddings",
                    "must be true where share_encoder_decoder_embeddings is; an output of its own is not supported there");
        }
        return !tied ? Tying.NONE : shared ? Tying.ALL : Tying.TARGET;
    }

    /** The reference's numbers of the target. */
    ReferenceIds targetIds(int unknown) {
        return new ReferenceIds(targetSize, padding, unknown, start, end);
    }
}
