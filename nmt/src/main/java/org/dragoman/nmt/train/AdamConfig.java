package org.dragoman.nmt.train;

/**
 * The settings of Adam (Kingma and Ba 2015).
 *
 * @param beta1 decay of the first moment, 0 to below 1
 * @param beta2 decay of the second moment, 0 to below 1
 * @param epsilon added to the root of the second moment, above 0
 * @param clipNorm largest global norm of the gradient; a longer one is scaled down to it (Pascanu et al. 2013); 0 turns it off
 */
public record AdamConfig(double beta1, double beta2, double epsilon, double clipNorm) {
    public AdamConfig {
        check(beta1 >= 0 && beta1 < 1, "beta1 must be at least 0 and below 1", beta1);
        check(beta2 >= 0 && beta2 < 1, "beta2 must be at least 0 and below 1", beta2);
        check(epsilon > 0, "epsilon must be above 0", epsilon);
        check(clipNorm >= 0, "clipNorm must be 0 or more", clipNorm);
    }

    private static void check(boolean holds, String expected, double value) {
        if (!holds) {
            throw new IllegalArgumentException(expected + ", got " + value);
        }
    }
}
