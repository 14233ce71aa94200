package org.dragoman.annotators.classification;

import java.util.Arrays;

/**
 * The loss of logistic regression: the negative log-likelihood of the right classes, in nats, summed over the texts, and half of the penalty
 * times the sum of the squared weights. Two classes have one vector of weights, which speaks for the second; more have one each.
 *
 * <p>A point is the weights of the first vector, its bias, the weights of the second and so on. Biases have no penalty.
 */
final class LogisticLoss implements Minimizer.Function {
    private final SparseRows rows;
    private final int[] classes;
    private final double[] importance;
    private final double[] scales;
    private final double penalty;
    private final int vectors;

    /**
     * The loss for some texts.
     *
     * @param classes the right class of each row, from 0
     * @param importance how often each row counts
     * @param scales what each weight is multiplied by before it is used, vector by vector
     * @param penalty lambda, more than 0
     */
    LogisticLoss(SparseRows rows, int[] classes, double[] importance, double[][] scales, double penalty) {
        this.rows = rows;
        this.classes = classes;
        this.importance = importance;
        this.vectors = scales.length;
        this.penalty = penalty;
        this.scales = withBias(scales, rows.width());
    }

    private static double[] withBias(double[][] scales, int width) {
        var all = new double[scales.length * (width + 1)];
        Arrays.fill(all, 1);
        for (var i = 0; i < scales.length; i++) {
            System.arraycopy(scales[i], 0, all, i * (width + 1), width);
        }
        return all;
    }

    /** Number of vectors of weights for a number of classes. */
    static int vectors(int classes) {
        return classes == 2 ? 1 : classes;
    }

    /** The lowest point. */
    double[] minimum(double tolerance) {
        return scaled(new Minimizer(tolerance).minimize(this, new double[scales.length]));
    }

    private double[] scaled(double[] point) {
        var result = new double[point.length];
        for (var i = 0; i < point.length; i++) {
            result[i] = point[i] * scales[i];
        }
        return result;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        var weights = scaled(point);
        var loss = 0.0;
        var scores = new double[vectors];
        for (var row = 0; row < rows.size(); row++) {
            score(rows.columns()[row], rows.values()[row], rows.width(), weights, scores);
            loss += importance[row] * (vectors == 1 ? logistic(scores, classes[row]) : softmax(scores, classes[row]));
            addGradient(row, scores, gradient);
        }
        for (var i = 0; i < point.length; i++) {
            gradient[i] *= scales[i];
            if (i % (rows.width() + 1) != rows.width()) {
                loss += penalty / 2 * point[i] * point[i];
                gradient[i] += penalty * point[i];
            }
        }
        return loss;
    }

    /** The sums of the weights of some columns, times their value, and the bias. */
    static void score(int[] columns, double value, int width, double[] weights, double[] scores) {
        for (var vector = 0; vector < scores.length; vector++) {
            var offset = vector * (width + 1);
            var sum = 0.0;
            for (var column : columns) {
                sum += weights[offset + column];
            }
            scores[vector] = sum * value + weights[offset + width];
        }
    }

    /** The loss of a row; replaces the score by its derivative. */
    private static double logistic(double[] scores, int right) {
        var score = scores[0];
        scores[0] = 1 / (1 + StrictMath.exp(-score)) - right;
        return Math.max(0, right == 1 ? -score : score) + StrictMath.log1p(StrictMath.exp(-Math.abs(score)));
    }

    /** The same for more than two classes. */
    private static double softmax(double[] scores, int right) {
        var score = scores[right];
        var largest = Arrays.stream(scores).max().orElseThrow();
        var total = 0.0;
        for (var i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - largest);
            total += scores[i];
        }
        for (var i = 0; i < scores.length; i++) {
            scores[i] = scores[i] / total - (i == right ? 1 : 0);
        }
        return StrictMath.log(total) + largest - score;
    }

    private void addGradient(int row, double[] derivatives, double[] gradient) {
        for (var vector = 0; vector < vectors; vector++) {
            var offset = vector * (rows.width() + 1);
            var factor = importance[row] * derivatives[vector];
            for (var column : rows.columns()[row]) {
                gradient[offset + column] += factor * rows.values()[row];
            }
            gradient[offset + rows.width()] += factor;
        }
    }
}
