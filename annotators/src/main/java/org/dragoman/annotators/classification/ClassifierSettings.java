package org.dragoman.annotators.classification;

import org.dragoman.pipeline.settings.Settings;

/**
 * How a {@link TextClassifier} is made from examples.
 *
 * @param features what it sees of a text
 * @param leastTexts in how many texts a feature must occur to be used
 * @param mostFeatures the most features to keep, those with the largest weights; 0 for all
 * @param weighting what features count at first
 * @param unitLength whether the features of a long text count less each, so that all texts are of the same length
 * @param penalty of the squared weights (lambda), above 0; more makes a more careful classifier
 */
public record ClassifierSettings(
        TextFeatures features,
        int leastTexts,
        int mostFeatures,
        Weighting weighting,
        boolean unitLength,
        double penalty) {
    public ClassifierSettings {
        if (leastTexts < 1 || mostFeatures < 0 || !(penalty > 0)) {
            throw new IllegalArgumentException(
                    "leastTexts must be at least 1, mostFeatures 0 or more and the penalty above 0, got " + leastTexts
                            + ", " + mostFeatures + " and " + penalty);
        }
    }

    /**
     * Reads the key {@code features}, see {@link TextFeatures#from}, and the keys {@code leastTexts}, {@code mostFeatures}, {@code weighting}
     * ({@code equal} or {@code naive-bayes}), {@code unitLength} and {@code penalty}.
     */
    public static ClassifierSettings from(Settings settings) {
        return new ClassifierSettings(
                settings.object("features", TextFeatures::from).required(),
                settings.integer("leastTexts").atLeast(1).or(1),
                settings.integer("mostFeatures").atLeast(0).or(0),
                settings.choice("weighting", Weighting.class).or(Weighting.EQUAL),
                settings.flag("unitLength").or(false),
                settings.decimal("penalty").above(0.0).required());
    }
}
