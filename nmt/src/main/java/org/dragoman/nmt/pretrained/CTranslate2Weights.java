package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.weights.CTranslate2File;
import org.dragoman.nmt.weights.Recipe;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the variables of CTranslate2's Transformer. Its matrices are (out, in) like ours, and it keeps query, key and value on top of
 * each other as we do; matrices of integers have their scales beside them.
 *
 * @param file the weights
 * @param network the architecture
 * @param source the reference's numbers of the source
 * @param target the reference's numbers of the target
 */
record CTranslate2Weights(CTranslate2File file, TransformerConfig network, ReferenceIds source, ReferenceIds target)
        implements StoredTransformer {

    /** The name of the target's embedding. */
    static final String TARGET_EMBEDDING = "decoder/embeddings/weight";

    /** The linear map that makes logits. */
    private static final String OUTPUT = "decoder/projection";

    /** The name of the source's embedding, which has changed in the course of time. */
    static String sourceEmbedding(CTranslate2File file) {
        var numbered = "encoder/embeddings_0/weight";
        return file.tensors().containsKey(numbered) ? numbered : "encoder/embeddings/weight";
    }

    private static String layer(String side, int number) {
        return side + "/layer_" + number;
    }

    @Override
    public SelfAttention selfAttention(String side, int number) {
        var part = layer(side, number) + "/self_attention";
        return new SelfAttention(List.of(part + "/linear_0"), part + "/linear_1", part + "/layer_norm");
    }

    @Override
    public CrossAttention crossAttention(int number) {
        var part = layer("decoder", number) + "/attention";
        return new CrossAttention(
                part + "/linear_0", List.of(part + "/linear_1"), part + "/linear_2", part + "/layer_norm");
    }

    @Override
    public FeedForward feedForward(String side, int number) {
        var part = layer(side, number) + "/ffn";
        return new FeedForward(part + "/linear_0", part + "/linear_1", part + "/layer_norm");
    }

    @Override
    public Optional<String> finalNorm(String side) {
        return network.normFirst() ? Optional.of(side + "/layer_norm") : Optional.empty();
    }

    @Override
    public Recipe weight(String linear) {
        return matrix(linear + "/weight");
    }

    @Override
    public String bias(String linear) {
        return linear + "/bias";
    }

    @Override
    public String gain(String norm) {
        return norm + "/gamma";
    }

    @Override
    public String shift(String norm) {
        return norm + "/beta";
    }

    @Override
    public Recipe sourceEmbedding() {
        return matrix(sourceEmbedding(file));
    }

    @Override
    public Recipe targetEmbedding() {
        return matrix(TARGET_EMBEDDING);
    }

    @Override
    public Recipe output() {
        return weight(OUTPUT);
    }

    @Override
    public String outputBias() {
        return bias(OUTPUT);
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
        for (var side : List.of("encoder", "decoder")) {
            spare.add(side + CTranslate2Network.POSITIONS);
            spare.add(side + "/scale_embeddings");
        }
        return spare;
    }
}
