package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

/**
 * Cross entropy with label smoothing (Szegedy et al. 2016, section 7), together with the output layer that makes the
 * logits: the target gets {@code 1 - e} and every entry of the vocabulary {@code e / V}.
 *
 * <p>With z the logits of a position it is {@code lse(z) - (1 - e) z[target] - e mean(z)}. The first term is a {@link Normaliser}; the others
 * are linear in z, so that they are computed without all logits.
 */
final class SmoothedCrossEntropy {

    private final double smoothing;
    private final double rDrop;

    /** @param smoothing e, from 0, which is plain cross entropy, to below 1 */
    SmoothedCrossEntropy(double smoothing) {
        this(smoothing, 0);
    }

    /**
     * @param smoothing e, from 0, which is plain cross entropy, to below 1
     * @param rDrop weight of the divergence of two passes, see {@link Normaliser#ofTwoPasses}; 0 if there is one pass only
     */
    SmoothedCrossEntropy(double smoothing, double rDrop) {
        this.smoothing = smoothing;
        this.rDrop = rDrop;
    }

    /**
     * Computes the loss of the real positions of a batch.
     *
     * <pre>
     * in   hidden   (N, D)  real positions only
     *      weight   (V, D)  output layer
     *      targets  (N)     ids
     * </pre>
     */
    Loss of(Tensor hidden, Tensor weight, Tensor targets) {
        var normaliser = rDrop == 0
                ? Normaliser.of(hidden, weight, targets, Scope.isRecording())
                : Normaliser.ofTwoPasses(hidden, weight, targets, rDrop);
        var targetLogits = hidden.mul(weight.rows(targets)).sum();
        var meanLogits = hidden.sum(0).mul(weight.mean(0)).sum();
        var linear = targetLogits.scale(1 - smoothing).add(meanLogits.scale(smoothing));
        var smoothed = normaliser.logSumExp() + rDrop * normaliser.divergence() - linear.item();
        var crossEntropy = normaliser.logSumExp() - targetLogits.item();
        var tokens = Math.toIntExact(targets.size(0));
        return new Loss(
                normaliser.surrogate(hidden, weight).sub(linear).scale(1.0 / tokens), smoothed, crossEntropy, tokens);
    }

    /**
     * The loss of a batch.
     *
     * @param objective has the gradient of {@code smoothed / tokens}; its value has no meaning
     * @param smoothed sum of the smoothed loss over all positions, nats, and of what is added to it
     * @param crossEntropy sum of the plain cross entropy, nats
     * @param tokens real positions
     */
    record Loss(Tensor objective, double smoothed, double crossEntropy, int tokens) {}
}
