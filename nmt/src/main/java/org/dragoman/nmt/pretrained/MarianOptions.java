package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.weights.TensorFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Marian noted of a network in its weights, under {@code special:model.yml}. */
final class MarianOptions {

    /** The name of the options among the weights. */
    static final String TENSOR = "special:model.yml";

    /** The epsilon of Marian's layer norms. */
    private static final double EPSILON = 1e-6;

    private static final Map<String, Activation> ACTIVATIONS =
            Map.of("swish", Activation.SWISH, "relu", Activation.RELU, "gelu", Activation.GELU);

    /** Options with the one value that is supported; an absent one has it. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("type", "transformer"),
            Map.entry("transformer-preprocess", ""),
            Map.entry("transformer-postprocess", "dan"),
            Map.entry("transformer-postprocess-emb", "d"),
            Map.entry("transformer-postprocess-top", ""),
            Map.entry("transformer-decoder-autoreg", "self-attention"),
            Map.entry("transformer-ffn-depth", "2"),
            Map.entry("transformer-no-projection", "false"),
            Map.entry("transformer-no-bias", "false"),
            Map.entry("transformer-no-affine", "false"),
            Map.entry("transformer-pool", "false"),
            Map.entry("transformer-disable-position-embeddings", "false"),
            Map.entry("transformer-train-position-embeddings", "false"),
            Map.entry("transformer-attention-mask", "default"),
            Map.entry("transformer-tied-layers", ""),
            Map.entry("input-types", ""),
            Map.entry("output-omit-bias", "false"),
            Map.entry("right-left", "false"),
            Map.entry("lemma-dim-emb", "0"),
            Map.entry("factors-dim-emb", "0"),
            Map.entry("ulr", "false"));

    private MarianOptions() {}

    /**
     * Reads the architecture.
     *
     * @throws IllegalArgumentException that names everything that is missing, wrong or not supported
     */
    static TransformerConfig network(TensorFile file) {
        var stored = file.tensors().get(TENSOR);
        if (stored == null) {
            throw new IllegalArgumentException(
                    file.origin() + " has no " + TENSOR + ", in which Marian notes a model's options");
        }
        return network(PlainYaml.parse(stored.toText(), file.origin() + ": " + TENSOR));
    }

    private static TransformerConfig network(PlainYaml options) {
        var problems = new ArrayList<String>();
        REQUIRED.keySet().stream().sorted().forEach(key -> require(options, key, REQUIRED.get(key), problems));
        var encoderWidth = options.integer("transformer-dim-ffn", 2048, 1, problems);
        var decoderWidth = options.integer("transformer-decoder-dim-ffn", 0, 0, problems);
        var decoderDepth = options.integer("transformer-decoder-ffn-depth", 0, 0, problems);
        if (decoderDepth != 0 && decoderDepth != 2) {
            problems.add("transformer-decoder-ffn-depth must be 2, got " + decoderDepth);
        }
        var size = options.integer("dim-emb", 512, 2, problems);
        var heads = options.integer("transformer-heads", 8, 1, problems);
        var encoderLayers = options.integer("enc-depth", 1, 1, problems);
        var decoderLayers = options.integer("dec-depth", 1, 1, problems);
        var activation = activation(options, problems);
        var tying = tying(options, problems);
        options.refuse(problems);
        return TransformerConfig.withoutDropout(
                size,
                heads,
                heads,
                encoderWidth,
                decoderWidth == 0 ? encoderWidth : decoderWidth,
                encoderLayers,
                decoderLayers,
                false,
                activation,
                Positions.TENSOR2TENSOR,
                true,
                EPSILON,
                tying,
                true);
    }

    private static void require(PlainYaml options, String key, String value, List<String> problems) {
        var found = String.join(", ", options.list(key));
        if (!found.equals(value) && !(found.isEmpty() && !isNoted(options, key))) {
            problems.add(key + " must be \"" + value + "\", others are not supported, got \"" + found + "\"");
        }
    }

    private static boolean isNoted(PlainYaml options, String key) {
        return options.keys().contains(key);
    }

    private static Activation activation(PlainYaml options, List<String> problems) {
        var name = options.text("transformer-ffn-activation", "swish");
        if (!ACTIVATIONS.containsKey(name)) {
            problems.add("transformer-ffn-activation must be one of "
                    + ACTIVATIONS.keySet().stream().sorted().toList() + ", got \"" + name + "\"");
        }
        return ACTIVATIONS.getOrDefault(name, Activation.SWISH);
    }

    private static Tying tying(PlainYaml options, List<String> problems) {
        var output = options.flag("tied-embeddings", problems);
        var source = options.flag("tied-embeddings-src", problems);
        if (options.flag("tied-embeddings-all", problems) || (output && source)) {
            return Tying.ALL;
        }
        if (source) {
            problems.add("tied-embeddings-src without tied-embeddings is not supported");
        }
        return output ? Tying.TARGET : Tying.NONE;
    }
}
