package org.dragoman.annotators.classification;

/** What a feature counts before a classifier has learned. */
public enum Weighting {
    /** All features alike. */
    EQUAL,
    /**
     * By how much more often it occurs in one class than in the others: the ratio of naive Bayes, in logarithms (Wang and Manning 2012, Baselines
     * and Bigrams). Does more for long texts and few examples.
     */
    NAIVE_BAYES
}
