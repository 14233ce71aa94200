package org.dragoman.eval.label;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Precision, recall and F1 of several labels, each averaged; F1 is the mean of the labels' F1, not that of the mean precision and recall.
 * All 0 to 1, and 0 if there is no label.
 */
public record Average(double precision, double recall, double f1) {

    /** Each label counts alike. */
    static Average macro(Collection<Matches> labels) {
        return new Average(
                mean(labels, Matches::precision, m -> 1),
                mean(labels, Matches::recall, m -> 1),
                mean(labels, Matches::f1, m -> 1));
    }

    /** Each label counts as often as it was to be found. */
    static Average weighted(Collection<Matches> labels) {
        return new Average(
                mean(labels, Matches::precision, Matches::gold),
                mean(labels, Matches::recall, Matches::gold),
                mean(labels, Matches::f1, Matches::gold));
    }

    private static double mean(
            Collection<Matches> labels, ToDoubleFunction<Matches> value, ToDoubleFunction<Matches> weight) {
        var sum = labels.stream()
                .mapToDouble(m -> value.applyAsDouble(m) * weight.applyAsDouble(m))
                .sum();
        var weights = labels.stream().mapToDouble(weight).sum();
        return weights == 0 ? 0 : sum / weights;
    }
}
