package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a loss is not linear in the logits: the log-sum-exp of each position, and for R-Drop the divergence of two passes.
 *
 * <p>The logits z = h W^T of all positions would be the largest array of a step, and autograd would keep several copies. So
 * both and their gradients are computed by hand, in chunks of rows; with G the gradient with respect to z it is
 *
 * <pre>
 * d/dh = G W      d/dW = G^T h
 * </pre>
 *
 * @param logSumExp over all positions, nats
 * @param divergence over all positions of a pass, nats
 * @param hiddenGradient (N, D)
 * @param weightGradient (V, D)
 */
record Normaliser(double logSumExp, double divergence, Tensor hiddenGradient, Tensor weightGradient) {

    private static final int CHUNK_ROWS = 256;

    /**
     * The log-sum-exp; its gradient with respect to z is p = softmax(z).
     *
     * <pre>
     * in   hidden   (N, D)
     *      weight   (V, D)  output layer
     *      targets  (N)     ids
     * </pre>
     *
     * @param gradients whether they are needed; without, they have no meaning
     */
    static Normaliser of(Tensor hidden, Tensor weight, Tensor targets, boolean gradients) {
        var weightGradient = Tensor.zeros(gradients ? weight.shape() : new long[] {1});
        var hiddenGradients = new ArrayList<Tensor>();
        var sum = 0.0;
        for (var from = 0L; from < hidden.size(0); from += CHUNK_ROWS) {
            try (var chunk = Scope.constant()) {
                var rows = Rows.of(hidden, weight, targets, from, Math.min(hidden.size(0), from + CHUNK_ROWS));
                sum += rows.logSumExp;
                if (gradients) {
                    var gradient = rows.probabilities();
                    hiddenGradients.add(chunk.keep(gradient.matMul(weight)));
                    weightGradient.addInPlace(gradient.transpose(0, 1).matMul(rows.hidden));
                }
            }
        }
        return new Normaliser(sum, 0, gradients ? Tensor.concat(0, hiddenGradients) : Tensor.zeros(1), weightGradient);
    }

    /**
     * The log-sum-exp of two passes over one batch, and how far their predictions lie apart (R-Drop, Liang et al. 2021, arXiv 2106.14448,
     * equation 2). With p = softmax(z) of the first pass and q of the second, the divergence of a position is {@code (KL(p, q) + KL(q, p)) / 2},
     * and its gradient with respect to z
     *
     * <pre>
     * (p (log p - log q - KL(p, q)) + p - q) / 2
     * </pre>
     *
     * and for the second pass the same with p and q exchanged.
     *
     * <pre>
     * in   hidden   (2N, D)  of the first pass, then of the second, the same positions
     *      weight   (V, D)   output layer
     *      targets  (2N)     ids
     * </pre>
     *
     * @param rDrop weight of the divergence in the gradients
     */
    static Normaliser ofTwoPasses(Tensor hidden, Tensor weight, Tensor targets, double rDrop) {
        var weightGradient = Tensor.zeros(weight.shape());
        var firstGradients = new ArrayList<Tensor>();
        var secondGradients = new ArrayList<Tensor>();
        var logSumExp = 0.0;
        var divergence = 0.0;
        var half = hidden.size(0) / 2;
        for (var from = 0L; from < half; from += CHUNK_ROWS) {
            var to = Math.min(half, from + CHUNK_ROWS);
            try (var chunk = Scope.constant()) {
                var first = Rows.of(hidden, weight, targets, from, to);
                var second = Rows.of(hidden, weight, targets, half + from, half + to);
                var p = first.probabilities();
                var q = second.probabilities();
                var ratio = first.logProbabilities.sub(second.logProbabilities).scale(rDrop / 2);
                var passes = List.of(Pass.of(p, q, ratio, rDrop / 2), Pass.of(q, p, ratio.scale(-1), rDrop / 2));
                logSumExp += first.logSumExp + second.logSumExp;
                divergence += (passes.get(0).divergence + passes.get(1).divergence) / rDrop;
                firstGradients.add(chunk.keep(passes.get(0).gradient.matMul(weight)));
                secondGradients.add(chunk.keep(passes.get(1).gradient.matMul(weight)));
                weightGradient.addInPlace(passes.get(0).gradient.transpose(0, 1).matMul(first.hidden));
                weightGradient.addInPlace(passes.get(1).gradient.transpose(0, 1).matMul(second.hidden));
            }
        }
        firstGradients.addAll(secondGradients);
        return new Normaliser(logSumExp, divergence, Tensor.concat(0, firstGradients), weightGradient);
    }

    /** A tensor whose gradients are those of the sum. */
    Tensor surrogate(Tensor hidden, Tensor weight) {
        return hidden.mul(hiddenGradient).sum().add(weight.mul(weightGradient).sum());
    }

    /** Some rows: hidden (c, D), logarithms of the probabilities (c, V), and the sum of their log-sum-exp. */
    private record Rows(Tensor hidden, Tensor logProbabilities, double logSumExp) {

        static Rows of(Tensor hidden, Tensor weight, Tensor targets, long from, long to) {
            var h = hidden.slice(0, from, to);
            var t = targets.slice(0, from, to);
            var logits = h.linear(weight); // (c, V)
            var logProbabilities = logits.logSoftmax(-1); // (c, V)
            return new Rows(
                    h,
                    logProbabilities,
                    logits.pick(t).sub(logProbabilities.pick(t)).sum().item());
        }

        Tensor probabilities() {
            return logProbabilities.exp();
        }
    }

    /** One of two passes: the sum of a KL(p, q) with a factor a, and the gradient of all terms with respect to its logits (c, V). */
    private record Pass(double divergence, Tensor gradient) {

        /** In p and q (c, V), {@code a log(p / q)} (c, V). */
        static Pass of(Tensor p, Tensor q, Tensor ratio, double a) {
            var divergence = p.mul(ratio).sum(1); // (c)
            var gradient = ratio.add(divergence.scale(-1).shift(1 + a).unsqueeze(1));
            gradient.mulInPlace(p);
            gradient.subInPlace(q.scale(a)); // p (1 + a (log(p / q) - KL(p, q) + 1)) - a q
            return new Pass(divergence.sum().item(), gradient);
        }
    }
}
