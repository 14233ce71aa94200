package org.dragoman.annotators.classification;

/**
 * A text and the class that it belongs to.
 *
 * @param label not blank
 * @param text anything
 * @param importance how often it counts in training, more than 0; 1 is usual
 */
public record LabelledText(String label, String text, double importance) {
    public LabelledText {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a label must not be blank");
        }
        if (!(importance > 0) || Double.isInfinite(importance)) {
            throw new IllegalArgumentException("the importance of a text must be above 0, got " + importance);
        }
    }

    /** A text that counts once. */
    public LabelledText(String label, String text) {
        this(label, text, 1);
    }
}
