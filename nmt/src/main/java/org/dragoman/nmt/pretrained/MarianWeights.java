package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.TensorFile;

import java.util.List;

/**
 * The names of a Marian Transformer's tensors. Marian's matrices are (in, out), its vectors (1, n), its layers are counted from 1.
 *
 * @param file the weights
 * @param network the architecture
 * @param source Marian's numbers of the source
 * @param target Marian's numbers of the target
 */
record MarianWeights(TensorFile file, TransformerConfig network, ReferenceIds source, ReferenceIds target)
        implements StoredTransformer {

    private static final String OUTPUT = "decoder_ff_logit_out_W";

    /** In the name of a linear map it stands for W or b. */
    private static final char PART = '?';

    private static String layer(String side, int number) {
        return side + "_l" + (number + 1);
    }

    @Override
    public SelfAttention selfAttention(String side, int number) {
        var part = layer(side, number) + "_self_";
        return new SelfAttention(List.of(part + "?q", part + "?k", part + "?v"), part + "?o", part + "Wo_ln");
    }

    @Override
    public CrossAttention crossAttention(int number) {
        var part = layer("decoder", number) + "_context_";
        return new CrossAttention(part + "?q", List.of(part + "?k", part + "?v"), part + "?o", part + "Wo_ln");
    }

    @Override
    public FeedForward feedForward(String side, int number) {
        var part = layer(side, number) + "_ffn_";
        return new FeedForward(part + "?1", part + "?2", part + "ffn_ln");
    }

    @Override
    public Recipe weight(String linear) {
        return Recipe.transposed(Recipe.stored(linear.replace(PART, 'W')));
    }

    @Override
    public String bias(String linear) {
        return linear.replace(PART, 'b');
    }

    @Override
    public String gain(String norm) {
        return norm + "_scale";
    }

    @Override
    public String shift(String norm) {
        return norm + "_bias";
    }

    @Override
    public Recipe sourceEmbedding() {
        return Recipe.stored("encoder_Wemb");
    }

    @Override
    public Recipe targetEmbedding() {
        return Recipe.stored(network.tying() == Tying.ALL ? "Wemb" : "decoder_Wemb");
    }

    /** Newer versions of Marian store the output (out, in), under a name that says so. */
    @Override
    public Recipe output() {
        return file.tensors().containsKey(OUTPUT + "t")
                ? Recipe.stored(OUTPUT + "t")
                : Recipe.transposed(Recipe.stored(OUTPUT));
    }

    @Override
    public String outputBias() {
        return "decoder_ff_logit_out_b";
    }
}
