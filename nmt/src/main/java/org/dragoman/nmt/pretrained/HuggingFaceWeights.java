package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.TensorFile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How the tensors of a Hugging Face Marian model become our parameters. */
final class HuggingFaceWeights {

    private static final String SHARED = "model.shared.weight";
    private static final String SOURCE = "model.encoder.embed_tokens.weight";
    private static final String TARGET = "model.decoder.embed_tokens.weight";
    private static final String OUTPUT = "lm_head.weight";
    private static final String OUTPUT_BIAS = "final_logits_bias";
    private static final List<String> POSITIONS =
            List.of("model.encoder.embed_positions.weight", "model.decoder.embed_positions.weight");

    private final TensorFile file;
    private final TransformerConfig network;
    private final ReferenceIds source;
    private final ReferenceIds target;
    private final Set<String> spare = new HashSet<>(POSITIONS);

    HuggingFaceWeights(TensorFile file, TransformerConfig network, HuggingFaceTokenizer tokenizer) {
        this.file = file;
        this.network = network;
        this.source = tokenizer.source();
        this.target = tokenizer.target();
    }

    /**
     * For each of our parameters how it is made.
     *
     * @throws IllegalArgumentException if the file has positions other than those that are computed
     */
    Map<String, Recipe> recipes() {
        POSITIONS.stream().map(file.tensors()::get).filter(Objects::nonNull).forEach(this::requireUsual);
        var recipes = new TransformerRecipes(new TransformerRecipes.Names(
                name -> name + ".weight",
                name -> name + ".bias",
                name -> name + ".weight",
                name -> name + ".bias",
                Recipe::stored));
        embeddings(recipes);
        for (var layer = 0; layer < network.encoderLayers(); layer++) {
            layer(recipes, "encoder.layers." + layer);
        }
        for (var layer = 0; layer < network.decoderLayers(); layer++) {
            layer(recipes, "decoder.layers." + layer);
            attentionToSource(recipes, "decoder.layers." + layer);
        }
        return recipes.all();
    }

    /** Tensors that are not read: further names of one that is, and the positions, which are computed. */
    Set<String> spare() {
        return spare;
    }

    private static void layer(TransformerRecipes recipes, String layer) {
        var theirs = "model." + layer;
        recipes.linear(
                layer + ".selfAttention.qkv",
                theirs + ".self_attn.q_proj",
                theirs + ".self_attn.k_proj",
                theirs + ".self_attn.v_proj");
        recipes.linear(layer + ".selfAttention.output", theirs + ".self_attn.out_proj");
        recipes.norm(layer + ".selfAttentionNorm", theirs + ".self_attn_layer_norm");
        recipes.linear(layer + ".feedForward.inner", theirs + ".fc1");
        recipes.linear(layer + ".feedForward.outer", theirs + ".fc2");
        recipes.norm(layer + ".feedForwardNorm", theirs + ".final_layer_norm");
    }

    private static void attentionToSource(TransformerRecipes recipes, String layer) {
        var theirs = "model." + layer + ".encoder_attn";
        recipes.linear(layer + ".crossAttention.query", theirs + ".q_proj");
        recipes.linear(layer + ".crossAttention.keyValue", theirs + ".k_proj", theirs + ".v_proj");
        recipes.linear(layer + ".crossAttention.output", theirs + ".out_proj");
        recipes.norm(layer + ".crossAttentionNorm", theirs + "_layer_norm");
    }

    private void embeddings(TransformerRecipes recipes) {
        switch (network.tying()) {
            case ALL -> recipes.put("embedding.weight", table(one(SHARED, TARGET, SOURCE, OUTPUT), target));
            case TARGET -> {
                recipes.put("sourceEmbedding.weight", table(SOURCE, source));
                recipes.put("targetEmbedding.weight", table(one(TARGET, OUTPUT), target));
            }
            case NONE -> {
                recipes.put("sourceEmbedding.weight", table(SOURCE, source));
                recipes.put("targetEmbedding.weight", table(TARGET, target));
                recipes.put("output.weight", Recipe.rows(Recipe.stored(OUTPUT), target.outputsToReference(), 0));
            }
        }
        var bias = file.tensors().containsKey(OUTPUT_BIAS)
                ? Recipe.vector(OUTPUT_BIAS)
                : Recipe.constant(0, target.size());
        recipes.put("output.bias", Recipe.rows(bias, target.outputsToReference(), Double.NEGATIVE_INFINITY));
    }

    /**
     * The first of these names that the file has; they stand for one tensor, so the others aren't read. Some published files have a wrong
     * {@code lm_head.weight} beside a right {@code model.shared.weight}.
     */
    private String one(String... names) {
        var present = List.of(names).stream()
                .filter(name -> file.tensors().containsKey(name))
                .toList();
        if (present.isEmpty()) {
            return names[0];
        }
        spare.addAll(present.subList(1, present.size()));
        return present.get(0);
    }

    private Recipe table(String stored, ReferenceIds ids) {
        return TransformerRecipes.table(file, stored, ids);
    }

    /** Old files hold the positions, which newer ones leave out. */
    private void requireUsual(StoredTensor positions) {
        if (!StoredPositions.follow(network.positions(), positions, network.size())) {
            throw new IllegalArgumentException(file.origin() + ": '" + positions.name()
                    + "' does not hold the sinusoids of a Marian model; learned positions are not supported");
        }
    }
}
