package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.layers.Activation;
import org.dragoman.nmt.layers.Positions;
import org.dragoman.nmt.model.TransformerConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.weights.CTranslate2File;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Works out the architecture of a {@code model.bin} of CTranslate2, and gathers all that is missing or not supported. */
final class CTranslate2Network {

    static final String POSITIONS = "/position_encodings/encodings";

    private static final Map<Integer, Activation> ACTIVATIONS =
            Map.of(0, Activation.RELU, 2, Activation.SWISH, 3, Activation.GELU);

    /** Of old specifications, which say the number of heads by their name. */
    private static final Map<String, Integer> HEADS = Map.of("TransformerBase", 8, "TransformerBig", 16);

    /** Numbers that would change the network, were they not 0. */
    private static final List<String> UNSUPPORTED = List.of("alibi", "multi_query_attention", "scale_outputs");

    /** Numbers that mean nothing to a network of the kind that is supported. */
    private static final List<String> MEANINGLESS = List.of(
            "embeddings_merge", "alignment_layer", "alignment_heads", "scale_alibi", "alibi_use_positive_positions");

    private static final List<String> SIDES = List.of("encoder", "decoder");

    private final CTranslate2File file;
    private final CTranslate2Variables variables;
    private final CTranslate2Config given;
    private final List<String> problems = new ArrayList<>();

    CTranslate2Network(CTranslate2File file, CTranslate2Variables variables, CTranslate2Config given) {
        this.file = file;
        this.variables = variables;
        this.given = given;
    }

    /** @throws IllegalArgumentException that names everything that is missing or not supported */
    TransformerConfig config() {
        requireSupported();
        var width = columns(CTranslate2Weights.TARGET_EMBEDDING);
        var preNorm = same("pre_norm", 1) != 0;
        var activation = activation();
        var heads = SIDES.stream().map(this::heads).toList();
        var inner = SIDES.stream().map(this::innerSize).toList();
        var layers = SIDES.stream().map(this::layers).toList();
        var positions = positions(width);
        var scaled = isScaled(width);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(file.origin() + ": " + String.join("; ", problems));
        }
        return TransformerConfig.withoutDropout(
                width,
                heads.get(0),
                heads.get(1),
                inner.get(0),
                inner.get(1),
                layers.get(0),
                layers.get(1),
                preNorm,
                activation,
                positions,
                scaled,
                given.epsilon(),
                tying(),
                given.sourceEnd());
    }

    private void requireSupported() {
        var name = file.specification();
        if (!name.equals("TransformerSpec") && !HEADS.containsKey(name)) {
            problems.add("the specification '" + name + "' is not supported, only TransformerSpec, TransformerBase and "
                    + "TransformerBig");
        }
        if (given.sourceStart()) {
            problems.add("sources with a start marker (add_source_bos) are not supported");
        }
        if (given.start().isEmpty()) {
            problems.add("a decoder without a start marker of its own (decoder_start_token) is not supported");
        }
        for (var side : SIDES) {
            UNSUPPORTED.stream()
                    .filter(option -> variables.number(side, option, 0) != 0)
                    .forEach(option -> problems.add(side + "/" + option + " is not supported"));
            MEANINGLESS.forEach(option -> variables.number(side, option, 0));
            List.of("layernorm_embedding/gamma", "layer_0/self_attention/relative_position_keys", "project_in/weight")
                    .stream()
                    .map(part -> side + "/" + part)
                    .filter(variables::has)
                    .forEach(part -> problems.add(part + " is not supported"));
        }
    }

    private int same(String option, int otherwise) {
        var values = SIDES.stream()
                .map(side -> variables.number(side, option, otherwise))
                .distinct()
                .toList();
        if (values.size() > 1) {
            problems.add(option + " must be the same in encoder and decoder, got " + values);
        }
        return values.get(0);
    }

    private Activation activation() {
        var number = same("activation", 0);
        if (!ACTIVATIONS.containsKey(number)) {
            problems.add("activation must be 0 (relu), 2 (swish) or 3 (gelu), got " + number);
        }
        return ACTIVATIONS.getOrDefault(number, Activation.RELU);
    }

    private int heads(String side) {
        var heads = variables.number(side, "num_heads", HEADS.getOrDefault(file.specification(), 0));
        if (heads < 1) {
            problems.add(side + "/num_heads must be at least 1, got " + heads);
        }
        return heads;
    }

    private int layers(String side) {
        var count = variables.layers(side);
        if (count == 0) {
            problems.add(side + " has no layers");
        }
        return count;
    }

    private int innerSize(String side) {
        return columns(side + "/layer_0/ffn/linear_1/weight");
    }

    /** Columns of a matrix; 0, and a problem, if there is none. */
    private int columns(String name) {
        var tensor = file.tensors().get(name);
        if (tensor == null || tensor.shape().length != 2) {
            problems.add(name + " is missing or no matrix");
            return 0;
        }
        return (int) tensor.shape()[1];
    }

    private boolean isScaled(int width) {
        var choices = new LinkedHashSet<Double>();
        SIDES.forEach(side -> choices.add(scale(side, width)));
        var scale = choices.iterator().next();
        if (choices.size() > 1 || (Math.abs(scale - 1) > 1e-4 && Math.abs(scale - Math.sqrt(width)) > 1e-4)) {
            problems.add(
                    "scale_embeddings must make the factor 1 or the root of the size on both sides, makes " + choices);
        }
        return Math.abs(scale - 1) > 1e-4;
    }

    /** A whole number says whether to scale, a fraction by how much. */
    private double scale(String side, int width) {
        var tensor = file.tensors().get(side + "/scale_embeddings");
        if (tensor != null && tensor.type().isFloating() && tensor.places() == 1) {
            return tensor.toFloats()[0];
        }
        return variables.number(side, "scale_embeddings", 1) == 0 ? 1 : Math.sqrt(width);
    }

    /** Stored encodings must be those of a formula that is known here. */
    private Positions positions(int width) {
        if (SIDES.stream().noneMatch(side -> variables.has(side + POSITIONS))) {
            return Positions.TENSOR2TENSOR_FROM_ONE;
        }
        return Arrays.stream(Positions.values())
                .filter(positions -> SIDES.stream().allMatch(side -> hasPositions(side, positions, width)))
                .findFirst()
                .orElseGet(() -> {
                    problems.add("position_encodings are none of " + Arrays.toString(Positions.values())
                            + " on both sides; learned positions are not supported");
                    return Positions.TENSOR2TENSOR;
                });
    }

    private boolean hasPositions(String side, Positions positions, int width) {
        var tensor = file.tensors().get(side + POSITIONS);
        return tensor != null && StoredPositions.follow(positions, tensor, width);
    }

    /** How many positions are stored, if they are. */
    OptionalInt storedPositions() {
        return SIDES.stream()
                .filter(side -> variables.has(side + POSITIONS))
                .mapToInt(side -> (int) file.tensors().get(side + POSITIONS).shape()[0])
                .min();
    }

    private Tying tying() {
        var output = original("decoder/projection/weight");
        if (!output.equals(original(CTranslate2Weights.TARGET_EMBEDDING))) {
            return Tying.NONE;
        }
        return output.equals(original(CTranslate2Weights.sourceEmbedding(file))) ? Tying.ALL : Tying.TARGET;
    }

    private String original(String name) {
        return file.aliases().getOrDefault(name, name);
    }
}
