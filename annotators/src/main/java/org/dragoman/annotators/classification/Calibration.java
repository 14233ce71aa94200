package org.dragoman.annotators.classification;

import java.util.ArrayList;
import java.util.List;

/** Finds the number by which scores must be divided for their probabilities to be right on average. */
final class Calibration {
    private static final double LEAST = 0.2;
    private static final double MOST = 20;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 40;

    private final List<Case> cases = new ArrayList<>();

    private record Case(double[] scores, int right, double importance) {}

    /**
     * Adds the scores of a text.
     *
     * @param right the class that is right
     * @param importance how often it counts
     */
    void add(double[] scores, int right, double importance) {
        cases.add(new Case(scores, right, importance));
    }

    /** The temperature from 0.2 to 20 with the least loss, by golden-section search on its logarithm; 1 if nothing was added. */
    double temperature() {
        if (cases.isEmpty()) {
            return 1;
        }
        var low = StrictMath.log(LEAST);
        var high = StrictMath.log(MOST);
        for (var i = 0; i < STEPS; i++) {
            var first = high - GOLDEN * (high - low);
            var second = low + GOLDEN * (high - low);
            if (loss(StrictMath.exp(first)) <= loss(StrictMath.exp(second))) {
                high = second;
            } else {
                low = first;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /** The negative log-likelihood of the right classes, in nats. */
    private double loss(double temperature) {
        var loss = 0.0;
        for (var next : cases) {
            var scores = next.scores.clone();
            for (var i = 0; i < scores.length; i++) {
                scores[i] /= temperature;
            }
            loss -= next.importance * StrictMath.log(Math.max(1e-300, Probabilities.of(scores)[next.right]));
        }
        return loss;
    }
}
