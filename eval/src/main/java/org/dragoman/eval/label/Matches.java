package org.dragoman.eval.label;

/**
 * How many things were found, and how many of them rightly.
 *
 * @param correct found and right
 * @param predicted found
 * @param gold to be found
 */
public record Matches(long correct, long predicted, long gold) {
    public Matches {
        if (correct < 0 || correct > predicted || correct > gold) {
            throw new IllegalArgumentException("correct must be 0 to the smaller of predicted and gold, got " + correct
                    + ", " + predicted + " and " + gold);
        }
    }

    /** Share of the found that is right, 0 to 1; 0 if nothing was found. */
    public double precision() {
        return ratio(correct, predicted);
    }

    /** Share of what was to be found that was found, 0 to 1; 0 if there was nothing. */
    public double recall() {
        return ratio(correct, gold);
    }

    /** Harmonic mean of precision and recall, 0 to 1; 0 if nothing was found nor was to be. */
    public double f1() {
        return ratio(2 * correct, predicted + gold);
    }

    /** Both together. */
    public Matches plus(Matches other) {
        return new Matches(correct + other.correct, predicted + other.predicted, gold + other.gold);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
