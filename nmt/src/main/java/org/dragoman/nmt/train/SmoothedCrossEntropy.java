package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

/**
 * Cross entropy with label smoothing (Szegedy et al. 2016, section 7), together with the output layer that makes the
 * logits: the target gets {@code 1 - e} and every entry of the vocabulary {@code e / V}.
 *
 * <p>The logits z = h W^T of all positions would be the largest array of a step, and autograd would keep several copies. So
 * the log-sum-exp and its gradient are computed by hand, in chunks of rows; with p = softmax(z) it is
 *
 * <pre>
 * d/dh = p W      d/dW = p^T h
 * </pre>
 *
 * and the rest of the loss is linear in z and small: {@code sum lse(z_i) - (1 - e) z_i[t_i] - e mean(z_i)}.
 */
final class SmoothedCrossEntropy {

    private static final int CHUNK_ROWS = 512;

    private final double smoothing;

    /** @param smoothing e, from 0, which is plain cross entropy, to below 1 */
    SmoothedCrossEntropy(double smoothing) {
        this.smoothing = smoothing;
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
        var normaliser = LogSumExp.of(hidden, weight, targets, Scope.isRecording());
        var targetLogits = hidden.mul(weight.rows(targets)).sum();
        var meanLogits = hidden.sum(0).mul(weight.mean(0)).sum();
        var linear = targetLogits.scale(1 - smoothing).add(meanLogits.scale(smoothing));
        var smoothed = normaliser.sum - linear.item();
        var logLikelihood = targetLogits.item() - normaliser.sum;
        var tokens = Math.toIntExact(targets.size(0));
        return new Loss(
                normaliser.surrogate(hidden, weight).sub(linear).scale(1.0 / tokens), smoothed, -logLikelihood, tokens);
    }

    /**
     * The loss of a batch.
     *
     * @param objective has the gradient of {@code smoothed / tokens}; its value has no meaning
     * @param smoothed sum of the smoothed loss over all positions, nats
     * @param crossEntropy sum of the plain cross entropy, nats
     * @param tokens real positions
     */
    record Loss(Tensor objective, double smoothed, double crossEntropy, int tokens) {}

    /** The sum of log-sum-exp over all rows, and its gradients as constants. */
    private record LogSumExp(double sum, Tensor hiddenGradient, Tensor weightGradient) {

        static LogSumExp of(Tensor hidden, Tensor weight, Tensor targets, boolean gradients) {
            var weightGradient = Tensor.zeros(gradients ? weight.shape() : new long[] {1});
            var sum = 0.0;
            var parts = new java.util.ArrayList<Tensor>();
            var rows = hidden.size(0);
            for (var from = 0L; from < rows; from += CHUNK_ROWS) {
                var to = Math.min(rows, from + CHUNK_ROWS);
                try (var chunk = Scope.constant()) {
                    var h = hidden.slice(0, from, to);
                    var logits = h.linear(weight); // (c, V)
                    var logProbabilities = logits.logSoftmax(-1); // (c, V)
                    var t = targets.slice(0, from, to);
                    sum += logits.pick(t).sub(logProbabilities.pick(t)).sum().item();
                    if (gradients) {
                        var p = logProbabilities.exp();
                        parts.add(chunk.keep(p.matMul(weight)));
                        weightGradient.addInPlace(p.transpose(0, 1).matMul(h));
                    }
                }
            }
            var hiddenGradient = gradients ? Tensor.concat(0, parts) : Tensor.zeros(1);
            return new LogSumExp(sum, hiddenGradient, weightGradient);
        }

        /** A tensor whose gradients are those of the sum. */
        Tensor surrogate(Tensor hidden, Tensor weight) {
            return hidden.mul(hiddenGradient)
                    .sum()
                    .add(weight.mul(weightGradient).sum());
        }
    }
}
