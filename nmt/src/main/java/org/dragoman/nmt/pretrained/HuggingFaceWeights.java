package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.weights.Recipe;
import org.dragoman.nmt.weights.StoredTensor;
import org.dragoman.nmt.weights.TensorFile;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The names of the tensors of a Hugging Face Marian model.
 *
 * @param file the weights
 * @param network the architecture
 * @param source the reference's numbers of the source
 * @param target the reference's numbers of the target
 */
record HuggingFaceWeights(TensorFile file, TransformerConfig network, ReferenceIds source, ReferenceIds target)
        implements StoredTransformer {

    private static final String SHARED = "model.shared.weight";
    private static final String SOURCE = "model.encoder.embed_tokens.weight";
    private static final String TARGET = "model.decoder.embed_tokens.weight";
    private static final String OUTPUT = "lm_head.weight";
    private static final List<String> POSITIONS =
            List.of("model.encoder.embed_positions.weight", "model.decoder.embed_positions.weight");

    /** @throws IllegalArgumentException if the file has positions other than those that are computed */
    HuggingFaceWeights {
        for (var positions : POSITIONS.stream()
                .map(file.tensors()::get)
                .filter(Objects::nonNull)
                .toList()) {
            requireUsual(positions, network, file);
        }
    }

    /** Old files hold the positions, which newer ones leave out. */
    private static void requireUsual(StoredTensor positions, TransformerConfig network, TensorFile file) {
        if (!StoredPositions.follow(network.positions(), positions, network.size())) {
            throw new IllegalArgumentException(file.origin() + ": '" + positions.name()
                    + "' does not hold the sinusoids of a Marian model; learned positions are not supported");
        }
    }

    private static String layer(String side, int number) {
        return "model." + side + ".layers." + number;
    }

    @Override
    public SelfAttention selfAttention(String side, int number) {
        var part = layer(side, number) + ".self_attn";
        return new SelfAttention(
                List.of(part + ".q_proj", part + ".k_proj", part + ".v_proj"),
                part + ".out_proj",
                part + "_layer_norm");
    }

    @Override
    public CrossAttention crossAttention(int number) {
        var part = layer("decoder", number) + ".encoder_attn";
        return new CrossAttention(
                part + ".q_proj",
                List.of(part + ".k_proj", part + ".v_proj"),
                part + ".out_proj",
                part + "_layer_norm");
    }

    @Override
    public FeedForward feedForward(String side, int number) {
        var layer = layer(side, number);
        return new FeedForward(layer + ".fc1", layer + ".fc2", layer + ".final_layer_norm");
    }

    @Override
    public Recipe weight(String linear) {
        return Recipe.stored(linear + ".weight");
    }

    @Override
    public String bias(String linear) {
        return linear + ".bias";
    }

    @Override
    public String gain(String norm) {
        return norm + ".weight";
    }

    @Override
    public String shift(String norm) {
        return norm + ".bias";
    }

    @Override
    public Recipe sourceEmbedding() {
        return Recipe.stored(SOURCE);
    }

    /**
     * Of the names that the file has, the first is taken. Some published files have a wrong {@code lm_head.weight} beside a right {@code
     * model.shared.weight}.
     */
    @Override
    public Recipe targetEmbedding() {
        var present = presentTargets();
        return Recipe.stored(present.isEmpty() ? targets().get(0) : present.get(0));
    }

    /** The names of the tensor that has the target's embeddings. */
    private List<String> targets() {
        return switch (network.tying()) {
            case ALL -> List.of(SHARED, TARGET, SOURCE, OUTPUT);
            case TARGET -> List.of(TARGET, OUTPUT);
            case NONE -> List.of(TARGET);
        };
    }

    private List<String> presentTargets() {
        return targets().stream().filter(file.tensors()::containsKey).toList();
    }

    @Override
    public Recipe output() {
        return Recipe.stored(OUTPUT);
    }

    @Override
    public String outputBias() {
        return "final_logits_bias";
    }

    /** Tensors that are not read: further names of one that is, and the positions, which are computed. */
    Set<String> spare() {
        var spare = new HashSet<>(POSITIONS);
        presentTargets().stream().skip(1).forEach(spare::add);
        return spare;
    }
}
