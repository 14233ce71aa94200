package org.dragoman.annotators.linear;

import org.dragoman.pipeline.settings.Settings;

/**
 * How a {@link LinearTrainer} learns.
 *
 * @param epochs passes over the cases
 * @param rate the step size eta of AdaGrad
 * @param penalty the weight lambda of the L1 penalty, for one case; more makes a smaller model
 * @param cutoff features that occur in fewer cases are left out
 */
public record LinearSettings(int epochs, double rate, double penalty, int cutoff) {
    private static final float SMALLEST_GRADIENT = 1e-3f;

    /** Reads the keys {@code epochs}, {@code rate}, {@code penalty} and {@code cutoff}; what is left out is as in {@code usual}. */
    public static LinearSettings from(Settings settings, LinearSettings usual) {
        return new LinearSettings(
                settings.integer("epochs").between(1, 1000).or(usual.epochs),
                settings.decimal("rate").between(1e-6, 100.0).or(usual.rate),
                settings.decimal("penalty").between(0.0, 1.0).or(usual.penalty),
                settings.integer("cutoff").atLeast(1).or(usual.cutoff));
    }

    /** Smaller gradients change nothing that matters, and are most of the work. */
    float smallestGradient() {
        return SMALLEST_GRADIENT;
    }
}
