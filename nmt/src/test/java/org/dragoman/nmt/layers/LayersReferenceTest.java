package org.dragoman.nmt.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.nmt.layers.LayerCase.LAYER;

import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs, attention weights and gradients of the layers of a Transformer against PyTorch's. */
class LayersReferenceTest {

    private static Activation activation(String name) {
        return name.equals("silu") ? Activation.SWISH : Activation.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void linear() {
        try (var reference = new LayerCase("linear")) {
            var layer =
                    Linear.of(reference.parameters(), LAYER, reference.size("inputSize"), reference.size("outputSize"));
            reference.load();
            var output = layer.apply(reference.input("x"));
            reference.assertOutput(output, "output");
            reference.assertGradients(output);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer-norm-1e-5", "layer-norm-1e-6"})
    void layerNorm(String name) {
        try (var reference = new LayerCase(name)) {
            var layer =
                    new LayerNorm(reference.parameters(), LAYER, reference.size("size"), reference.decimal("epsilon"));
            reference.load();
            var output = layer.apply(reference.input("x"));
            reference.assertOutput(output, "output");
            reference.assertGradients(output);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "silu"})
    void feedForward(String activation) {
        try (var reference = new LayerCase("feed-forward-" + activation)) {
            var layer = new FeedForward(
                    reference.parameters(),
                    LAYER,
                    reference.size("size"),
                    reference.size("innerSize"),
                    activation(activation));
            reference.load();
            var output = layer.apply(reference.input("x"));
            reference.assertOutput(output, "output");
            reference.assertGradients(output);
        }
    }

    @Test
    void selfAttentionWithPadding() {
        try (var reference = new LayerCase("attention-self-padding")) {
            var layer = selfAttention(reference);
            reference.load();
            var lengths = reference.lengths("mask");
            assertThat(lengths).containsExactly(3, 5, 1);
            var attended = layer.apply(reference.input("x"), Masks.padding(lengths, 5), 0);
            reference.assertOutput(attended.weights(), "weights");
            reference.assertOutputWhere("mask", attended.context(), "output");
            reference.assertGradients(attended.context());
        }
    }

    @Test
    void selfAttentionThatIsCausal() {
        try (var reference = new LayerCase("attention-self-causal")) {
            var layer = selfAttention(reference);
            reference.load();
            var attended = layer.apply(reference.input("x"), Masks.causal(5), 0);
            reference.assertOutput(attended.weights(), "weights");
            reference.assertOutput(attended.context(), "output");
            reference.assertGradients(attended.context());
        }
    }

    /** The same reference, walked along with a cache; there are no gradients, since nobody trains so. */
    @Test
    void selfAttentionStepByStep() {
        try (var reference = new LayerCase("attention-self-causal")) {
            var layer = selfAttention(reference);
            reference.load();
            var cache = SelfAttention.Cache.EMPTY;
            var contexts = new java.util.ArrayList<Tensor>();
            for (var position = 0; position < 5; position++) {
                var step = layer.step(reference.input("x").slice(1, position, position + 1), cache);
                contexts.add(step.context());
                cache = step.cache();
            }
            reference.assertOutput(Tensor.concat(1, contexts), "output");
        }
    }

    private static SelfAttention selfAttention(LayerCase reference) {
        return new SelfAttention(reference.parameters(), LAYER, reference.size("size"), reference.size("heads"));
    }

    @Test
    void crossAttentionWithPadding() {
        try (var reference = new LayerCase("attention-cross-padding")) {
            var layer =
                    new CrossAttention(reference.parameters(), LAYER, reference.size("size"), reference.size("heads"));
            reference.load();
            var mask = Masks.padding(reference.lengths("memoryMask"), 5);
            var attended = layer.apply(reference.input("x"), layer.project(reference.input("memory")), mask, 0);
            reference.assertOutput(attended.weights(), "weights");
            reference.assertOutput(attended.context(), "output");
            reference.assertGradients(attended.context());
        }
    }

    private static final class Parts {

        private final LayerCase reference;
        private final SelfAttention selfAttention;
        private final Residual aroundSelfAttention;
        private final FeedForward feedForward;
        private final Residual aroundFeedForward;

        Parts(LayerCase reference) {
            this.reference = reference;
            selfAttention = new SelfAttention(
                    reference.parameters(), LAYER + ".selfAttention", reference.size("size"), reference.size("heads"));
            aroundSelfAttention = residual("selfAttentionNorm");
            feedForward = new FeedForward(
                    reference.parameters(),
                    LAYER + ".feedForward",
                    reference.size("size"),
                    reference.size("innerSize"),
                    activation(reference.text("activation")));
            aroundFeedForward = residual("feedForwardNorm");
        }

        /** With dropout, which must not act outside training. */
        Residual residual(String name) {
            return new Residual(
                    reference.parameters(),
                    LAYER + "." + name,
                    reference.size("size"),
                    reference.decimal("epsilon"),
                    reference.flag("preNorm"),
                    0.5);
        }

        Tensor attendToSelf(Tensor x, Tensor mask) {
            var attended = selfAttention.apply(aroundSelfAttention.before(x), mask, 0);
            return aroundSelfAttention.after(x, attended.context(), false);
        }

        Tensor feedForward(Tensor x) {
            return aroundFeedForward.after(x, feedForward.apply(aroundFeedForward.before(x)), false);
        }
    }

    @ParameterizedTest
    @CsvSource({"pre, relu", "pre, gelu", "post, relu", "post, gelu"})
    void theLayersOfAnEncoderTogether(String norm, String activation) {
        try (var reference = new LayerCase("encoder-layer-" + norm + "-norm-" + activation)) {
            var parts = new Parts(reference);
            reference.load();
            var mask = Masks.padding(reference.lengths("mask"), 5);
            var output = parts.feedForward(parts.attendToSelf(reference.input("x"), mask));
            reference.assertOutputWhere("mask", output, "output");
            reference.assertGradients(output);
        }
    }

    /** Our decoder doesn't hide the padding of the target, which comes after everything real; the reference does. */
    @ParameterizedTest
    @CsvSource({"pre, relu", "pre, gelu", "post, relu", "post, gelu"})
    void theLayersOfADecoderTogether(String norm, String activation) {
        try (var reference = new LayerCase("decoder-layer-" + norm + "-norm-" + activation)) {
            var parts = new Parts(reference);
            var crossAttention = new CrossAttention(
                    reference.parameters(), LAYER + ".crossAttention", reference.size("size"), reference.size("heads"));
            var aroundCrossAttention = parts.residual("crossAttentionNorm");
            reference.load();
            var mask = Masks.padding(reference.lengths("memoryMask"), 5);
            var y = parts.attendToSelf(reference.input("x"), Masks.causal(4));
            var memory = crossAttention.project(reference.input("memory"));
            var attended = crossAttention.apply(aroundCrossAttention.before(y), memory, mask, 0);
            var output = parts.feedForward(aroundCrossAttention.after(y, attended.context(), false));
            reference.assertOutputWhere("mask", output, "output");
            reference.assertGradients(output);
        }
    }
}
