package org.dragoman.nmt.model;

import org.dragoman.nmt.layers.FeedForward;
import org.dragoman.nmt.layers.Residual;
import org.dragoman.nmt.layers.SelfAttention;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.tensor.Tensor;

/** Self-attention and a feed-forward layer, each in a residual connection (Vaswani et al. 2017, section 3.1). */
final class TransformerLayer {

    private final TransformerConfig config;
    private final SelfAttention attention;
    private final Residual aroundAttention;
    private final FeedForward feedForward;
    private final Residual aroundFeedForward;

    TransformerLayer(TransformerConfig config, Parameters parameters, String name) {
        this.config = config;
        attention = new SelfAttention(parameters, name + ".selfAttention", config.size(), config.heads());
        aroundAttention = config.residual(parameters, name + ".selfAttentionNorm");
        feedForward = config.feedForward(parameters, name + ".feedForward", config.feedForwardSize());
        aroundFeedForward = config.residual(parameters, name + ".feedForwardNorm");
    }

    /** In x (B, L, D) and a mask that broadcasts to (B, H, L, L), out (B, L, D). */
    Tensor apply(Tensor x, Tensor mask, boolean training) {
        var dropout = training ? config.attentionDropout() : 0;
        var attended = attention.apply(aroundAttention.before(x), mask, dropout).context();
        return feedForward(x, attended, training);
    }

    /** One position that sees itself and the earlier ones: in x (R, 1, D), out (R, 1, D). */
    Step step(Tensor x, SelfAttention.Cache cache) {
        var self = attention.step(aroundAttention.before(x), cache);
        return new Step(feedForward(x, self.context(), false), self.cache());
    }

    private Tensor feedForward(Tensor x, Tensor attended, boolean training) {
        var y = aroundAttention.after(x, attended, training);
        return aroundFeedForward.after(y, feedForward.apply(aroundFeedForward.before(y)), training);
    }

    /** The output of a position, and the cache with it. */
    record Step(Tensor x, SelfAttention.Cache cache) {}
}
