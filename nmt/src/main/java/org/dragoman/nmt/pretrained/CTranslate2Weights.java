package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.weights.CTranslate2File;
import org.dragoman.nmt.weights.Recipe;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the variables of CTranslate2's Transformer become our parameters. Its matrices are (out, in) like ours, and it keeps query, key and value
 * on top of each other as we do; matrices of integers have their scales beside them.
 */
final class CTranslate2Weights {

    private static final String TARGET_EMBEDDING = "decoder/embeddings/weight";
    private static final String OUTPUT = "decoder/projection";

    private final CTranslate2File file;
    private final TransformerConfig network;
    private final ReferenceIds source;
    private final ReferenceIds target;

    CTranslate2Weights(CTranslate2File file, TransformerConfig network, ReferenceIds source, ReferenceIds target) {
        this.file = file;
        this.network = network;
        this.source = source;
        this.target = target;
    }

    /** The name of the source's embedding, which has changed in the course of time. */
    static String sourceEmbedding(CTranslate2File file) {
        var numbered = "encoder/embeddings_0/weight";
        return file.tensors().containsKey(numbered) ? numbered : "encoder/embeddings/weight";
    }

    /** For each of our parameters how it is made. */
    Map<String, Recipe> recipes() {
        var recipes = new TransformerRecipes(new TransformerRecipes.Names(
                name -> name + "/weight",
                name -> name + "/bias",
                name -> name + "/gamma",
                name -> name + "/beta",
                this::matrix));
        embeddings(recipes);
        for (var layer = 0; layer < network.encoderLayers(); layer++) {
            layer(recipes, "encoder", layer);
        }
        for (var layer = 0; layer < network.decoderLayers(); layer++) {
            layer(recipes, "decoder", layer);
            attentionToSource(recipes, layer);
        }
        if (network.normFirst()) {
            recipes.norm("encoder.norm", "encoder/layer_norm");
            recipes.norm("decoder.norm", "decoder/layer_norm");
        }
        return recipes.all();
    }

    private static void layer(TransformerRecipes recipes, String side, int number) {
        var ours = side + ".layers." + number;
        var theirs = side + "/layer_" + number;
        recipes.linear(ours + ".selfAttention.qkv", theirs + "/self_attention/linear_0");
        recipes.linear(ours + ".selfAttention.output", theirs + "/self_attention/linear_1");
        recipes.norm(ours + ".selfAttentionNorm", theirs + "/self_attention/layer_norm");
        recipes.linear(ours + ".feedForward.inner", theirs + "/ffn/linear_0");
        recipes.linear(ours + ".feedForward.outer", theirs + "/ffn/linear_1");
        recipes.norm(ours + ".feedForwardNorm", theirs + "/ffn/layer_norm");
    }

    private static void attentionToSource(TransformerRecipes recipes, int number) {
        var ours = "decoder.layers." + number;
        var theirs = "decoder/layer_" + number + "/attention";
        recipes.linear(ours + ".crossAttention.query", theirs + "/linear_0");
        recipes.linear(ours + ".crossAttention.keyValue", theirs + "/linear_1");
        recipes.linear(ours + ".crossAttention.output", theirs + "/linear_2");
        recipes.norm(ours + ".crossAttentionNorm", theirs + "/layer_norm");
    }

    private void embeddings(TransformerRecipes recipes) {
        var ofTarget = Recipe.rows(matrix(TARGET_EMBEDDING), target.toReference(), 0);
        var ofSource = Recipe.rows(matrix(sourceEmbedding(file)), source.toReference(), 0);
        switch (network.tying()) {
            case ALL -> recipes.put("embedding.weight", ofTarget);
            case TARGET -> {
                recipes.put("sourceEmbedding.weight", ofSource);
                recipes.put("targetEmbedding.weight", ofTarget);
            }
            case NONE -> {
                recipes.put("sourceEmbedding.weight", ofSource);
                recipes.put("targetEmbedding.weight", ofTarget);
                recipes.put("output.weight", Recipe.rows(matrix(OUTPUT + "/weight"), target.outputsToReference(), 0));
            }
        }
        recipes.put("output.bias", Recipe.rows(outputBias(), target.outputsToReference(), Double.NEGATIVE_INFINITY));
    }

    private Recipe outputBias() {
        var name = OUTPUT + "/bias";
        return file.tensors().containsKey(name) ? Recipe.vector(name) : Recipe.constant(0, target.size());
    }

    /** A matrix of fractions as it is; one of integers with its scales, which an alias shares with what it stands for. */
    private Recipe matrix(String name) {
        var tensor = file.tensors().get(name);
        if (tensor == null || tensor.type().isFloating()) {
            return Recipe.stored(name);
        }
        return Recipe.dequantized(name, file.aliases().getOrDefault(name, name) + "_scale");
    }

    /** What no parameter is made of: numbers that were read already, positions that we compute, and tensors with several names. */
    Set<String> spare(CTranslate2Variables variables) {
        var spare = new HashSet<>(variables.read());
        spare.addAll(file.aliases().keySet());
        spare.addAll(file.aliases().values());
        for (var side : new String[] {"encoder", "decoder"}) {
            spare.add(side + CTranslate2Network.POSITIONS);
            spare.add(side + "/scale_embeddings");
        }
        return spare;
    }
}
