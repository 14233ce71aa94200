package org.dragoman.annotators.classification;

/** From the scores of classes to their probabilities. */
final class Probabilities {
    private Probabilities() {}

    /**
     * The probability of each class.
     *
     * @param scores one for each class; a single one is the log-odds of the second of two classes
     */
    static double[] of(double[] scores) {
        return scores.length == 1 ? softmax(new double[] {0, scores[0]}) : softmax(scores.clone());
    }

    private static double[] softmax(double[] scores) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            largest = Math.max(largest, score);
        }
        var total = 0.0;
        for (var i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - largest);
            total += scores[i];
        }
        for (var i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
        return scores;
    }
}
