package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the predictions of two passes over one batch lie apart, for R-Drop (Liang et al. 2021, arXiv 2106.14448, equation 2).
 *
 * <p>With p = softmax(W h) of the first pass and q of the second, the divergence of a position is {@code (KL(p, q) + KL(q, p)) / 2}. As in
 * {@link SmoothedCrossEntropy} the logits are the largest array of a step, so the gradient is computed by hand, in chunks of rows; with z
 * the logits of the first pass it is
 *
 * <pre>
 * d/dz = (p (log p - log q - KL(p, q)) + p - q) / 2
 * </pre>
 *
 * and of the second pass the same with p and q exchanged.
 *
 * @param sum over all positions, nats
 * @param surrogate has the gradient of the sum; its value has no meaning
 */
record Divergence(double sum, Tensor surrogate) {

    private static final int CHUNK_ROWS = 512;

    /**
     * Computes the divergence in the current scope.
     *
     * <pre>
     * in   first   (N, D)  hidden states of the first pass, real positions only
     *      second  (N, D)  those of the second, the same positions
     *      weight  (V, D)  output layer
     * </pre>
     */
    static Divergence of(Tensor first, Tensor second, Tensor weight) {
        var weightGradient = Tensor.zeros(weight.shape());
        var firstGradients = new ArrayList<Tensor>();
        var secondGradients = new ArrayList<Tensor>();
        var sum = 0.0;
        for (var from = 0L; from < first.size(0); from += CHUNK_ROWS) {
            var to = Math.min(first.size(0), from + CHUNK_ROWS);
            try (var chunk = Scope.constant()) {
                var pass = Pass.of(first.slice(0, from, to), weight);
                var other = Pass.of(second.slice(0, from, to), weight);
                var divergence = pass.from(other); // (c)
                var reverse = other.from(pass);
                sum += divergence.add(reverse).sum().item() / 2;
                var slope = pass.slope(other, divergence); // (c, V)
                var otherSlope = other.slope(pass, reverse);
                firstGradients.add(chunk.keep(slope.matMul(weight)));
                secondGradients.add(chunk.keep(otherSlope.matMul(weight)));
                weightGradient.addInPlace(slope.transpose(0, 1).matMul(pass.hidden));
                weightGradient.addInPlace(otherSlope.transpose(0, 1).matMul(other.hidden));
            }
        }
        return new Divergence(
                sum,
                dot(first, firstGradients)
                        .add(dot(second, secondGradients))
                        .add(weight.mul(weightGradient).sum()));
    }

    private static Tensor dot(Tensor hidden, List<Tensor> gradients) {
        return hidden.mul(Tensor.concat(0, gradients)).sum();
    }

    /** Some rows of one pass: hidden (c, D) and probabilities (c, V). */
    private record Pass(Tensor hidden, Tensor probabilities, Tensor logarithms) {

        static Pass of(Tensor hidden, Tensor weight) {
            var logarithms = hidden.linear(weight).logSoftmax(-1);
            return new Pass(hidden, logarithms.exp(), logarithms);
        }

        /** KL(this, other) of each row, (c). */
        Tensor from(Pass other) {
            return probabilities.mul(logarithms.sub(other.logarithms)).sum(1);
        }

        /** The gradient of half the sum of both divergences with respect to the logits of this pass, (c, V). */
        Tensor slope(Pass other, Tensor divergence) {
            return probabilities
                    .mul(logarithms.sub(other.logarithms).sub(divergence.unsqueeze(1)))
                    .add(probabilities)
                    .sub(other.probabilities)
                    .scale(0.5);
        }
    }
}
