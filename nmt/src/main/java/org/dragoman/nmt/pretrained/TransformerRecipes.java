package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.weights.Recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gathers how the parameters of our Transformer, whose names it knows, are made of another's. */
final class TransformerRecipes {

    private final StoredTransformer theirs;
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();

    private TransformerRecipes(StoredTransformer theirs) {
        this.theirs = theirs;
    }

    /** For each of our parameters how it is made; embeddings, output and its bias of as many rows as the vocabularies have entries. */
    static Map<String, Recipe> of(StoredTransformer theirs) {
        var recipes = new TransformerRecipes(theirs);
        var network = theirs.network();
        recipes.embeddings(network);
        recipes.side("encoder", network.encoderLayers());
        recipes.side("decoder", network.decoderLayers());
        for (var layer = 0; layer < network.decoderLayers(); layer++) {
            recipes.crossAttention("decoder.layers." + layer, theirs.crossAttention(layer));
        }
        return recipes.recipes;
    }

    // ---------------------------------------------------------------------------------------------- embeddings

    private void embeddings(TransformerConfig network) {
        var source = theirs.source();
        var target = theirs.target();
        var ofTarget = table(theirs.targetEmbedding(), target, target.toReference(), 0);
        if (network.tying() == Tying.ALL) {
            recipes.put("embedding.weight", ofTarget);
        } else {
            recipes.put("sourceEmbedding.weight", table(theirs.sourceEmbedding(), source, source.toReference(), 0));
            recipes.put("targetEmbedding.weight", ofTarget);
        }
        if (network.tying() == Tying.NONE) {
            recipes.put("output.weight", table(theirs.output(), target, target.outputsToReference(), 0));
        }
        var never = Double.NEGATIVE_INFINITY; // the logit of an id that the reference doesn't have
        recipes.put("output.bias", table(outputBias(), target, target.outputsToReference(), never));
    }

    private Recipe outputBias() {
        var name = theirs.outputBias();
        return theirs.file().tensors().containsKey(name)
                ? Recipe.vector(name)
                : Recipe.constant(0, theirs.target().size());
    }

    /** Rows in the order of our numbers; those of numbers that the reference doesn't have are {@code absent}. */
    private static Recipe table(Recipe stored, ReferenceIds ids, int[] toReference, double absent) {
        return Recipe.rows(Recipe.ofRows(stored, ids.size()), toReference, absent);
    }

    // ---------------------------------------------------------------------------------------------- layers

    private void side(String side, int layers) {
        for (var layer = 0; layer < layers; layer++) {
            selfAttention(side + ".layers." + layer, theirs.selfAttention(side, layer));
            feedForward(side + ".layers." + layer, theirs.feedForward(side, layer));
        }
        theirs.finalNorm(side).ifPresent(norm -> norm(side + ".norm", norm));
    }

    private void selfAttention(String layer, StoredTransformer.SelfAttention part) {
        linear(layer + ".selfAttention.qkv", part.queryKeyValue());
        linear(layer + ".selfAttention.output", List.of(part.output()));
        norm(layer + ".selfAttentionNorm", part.norm());
    }

    private void crossAttention(String layer, StoredTransformer.CrossAttention part) {
        linear(layer + ".crossAttention.query", List.of(part.query()));
        linear(layer + ".crossAttention.keyValue", part.keyValue());
        linear(layer + ".crossAttention.output", List.of(part.output()));
        norm(layer + ".crossAttentionNorm", part.norm());
    }

    private void feedForward(String layer, StoredTransformer.FeedForward part) {
        linear(layer + ".feedForward.inner", List.of(part.inner()));
        linear(layer + ".feedForward.outer", List.of(part.outer()));
        norm(layer + ".feedForwardNorm", part.norm());
    }

    /** One of our linear maps, made of one or several of theirs on top of each other. */
    private void linear(String ours, List<String> parts) {
        recipes.put(ours + ".weight", stacked(parts, theirs::weight));
        recipes.put(ours + ".bias", stacked(parts, part -> Recipe.vector(theirs.bias(part))));
    }

    private static Recipe stacked(List<String> parts, Function<String, Recipe> recipe) {
        var made = parts.stream().map(recipe).toArray(Recipe[]::new);
        return made.length == 1 ? made[0] : Recipe.stack(made);
    }

    private void norm(String ours, String norm) {
        recipes.put(ours + ".weight", Recipe.vector(theirs.gain(norm)));
        recipes.put(ours + ".bias", Recipe.vector(theirs.shift(norm)));
    }
}
