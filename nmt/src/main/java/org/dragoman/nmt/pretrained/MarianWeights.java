package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.TensorFile;

import java.util.Map;

/**
 * How the tensors of a Marian Transformer become our parameters. Marian's matrices are (in, out), its vectors (1, n), its layers are
 * counted from 1.
 */
final class MarianWeights {

    private static final String OUTPUT = "decoder_ff_logit_out_W";

    private final TensorFile file;
    private final TransformerConfig network;
    private final ReferenceIds source;
    private final ReferenceIds target;

    MarianWeights(TensorFile file, TransformerConfig network, ReferenceIds source, ReferenceIds target) {
        this.file = file;
        this.network = network;
        this.source = source;
        this.target = target;
    }

    /** For each of our parameters how it is made. */
    Map<String, Recipe> recipes() {
        var recipes = new TransformerRecipes(new TransformerRecipes.Names(
                name -> name.replace('?', 'W'),
                name -> name.replace('?', 'b'),
                name -> name + "_scale",
                name -> name + "_bias",
                name -> Recipe.transposed(Recipe.stored(name))));
        embeddings(recipes);
        for (var layer = 0; layer < network.encoderLayers(); layer++) {
            layer(recipes, "encoder", layer);
        }
        for (var layer = 0; layer < network.decoderLayers(); layer++) {
            layer(recipes, "decoder", layer);
            attentionToSource(recipes, layer);
        }
        return recipes.all();
    }

    /** A question mark stands for W or b. */
    private static void layer(TransformerRecipes recipes, String side, int number) {
        var ours = side + ".layers." + number;
        var theirs = side + "_l" + (number + 1);
        recipes.linear(ours + ".selfAttention.qkv", theirs + "_self_?q", theirs + "_self_?k", theirs + "_self_?v");
        recipes.linear(ours + ".selfAttention.output", theirs + "_self_?o");
        recipes.norm(ours + ".selfAttentionNorm", theirs + "_self_Wo_ln");
        recipes.linear(ours + ".feedForward.inner", theirs + "_ffn_?1");
        recipes.linear(ours + ".feedForward.outer", theirs + "_ffn_?2");
        recipes.norm(ours + ".feedForwardNorm", theirs + "_ffn_ffn_ln");
    }

    private static void attentionToSource(TransformerRecipes recipes, int number) {
        var ours = "decoder.layers." + number;
        var theirs = "decoder_l" + (number + 1) + "_context";
        recipes.linear(ours + ".crossAttention.query", theirs + "_?q");
        recipes.linear(ours + ".crossAttention.keyValue", theirs + "_?k", theirs + "_?v");
        recipes.linear(ours + ".crossAttention.output", theirs + "_?o");
        recipes.norm(ours + ".crossAttentionNorm", theirs + "_Wo_ln");
    }

    private void embeddings(TransformerRecipes recipes) {
        switch (network.tying()) {
            case ALL -> recipes.put("embedding.weight", rows("Wemb", target));
            case TARGET -> {
                recipes.put("sourceEmbedding.weight", rows("encoder_Wemb", source));
                recipes.put("targetEmbedding.weight", rows("decoder_Wemb", target));
            }
            case NONE -> {
                recipes.put("sourceEmbedding.weight", rows("encoder_Wemb", source));
                recipes.put("targetEmbedding.weight", rows("decoder_Wemb", target));
                recipes.put("output.weight", Recipe.rows(output(), target.outputsToReference(), 0));
            }
        }
        recipes.put(
                "output.bias",
                Recipe.rows(
                        Recipe.vector("decoder_ff_logit_out_b"),
                        target.outputsToReference(),
                        Double.NEGATIVE_INFINITY));
    }

    /** Newer versions of Marian store the output (out, in), under a name that says so. */
    private Recipe output() {
        return file.tensors().containsKey(OUTPUT + "t")
                ? Recipe.stored(OUTPUT + "t")
                : Recipe.transposed(Recipe.stored(OUTPUT));
    }

    private Recipe rows(String stored, ReferenceIds ids) {
        return TransformerRecipes.table(file, stored, ids);
    }
}
