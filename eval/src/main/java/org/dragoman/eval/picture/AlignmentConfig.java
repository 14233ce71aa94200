package org.dragoman.eval.picture;

import org.dragoman.eval.alignment.SoftAlignment;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * What a picture of an alignment says and shows.
 *
 * @param title above it; none if empty
 * @param weightName what a weight is, beside the scale
 * @param top the weight that is drawn in full, above 0; if absent, the largest rounded up, so that pictures that are to be compared need it
 * @param faintest weights below it are left out of the picture, 0 or more
 */
public record AlignmentConfig(String title, String weightName, OptionalDouble top, double faintest) {
    /** No title, every weight, in its own scale. */
    public static final AlignmentConfig DEFAULT =
            new AlignmentConfig("", "attention weight", OptionalDouble.empty(), 0);

    public AlignmentConfig {
        if (top.isPresent() && !(top.getAsDouble() > 0 && Double.isFinite(top.getAsDouble()))) {
            throw new IllegalArgumentException(
                    "the weight that is drawn in full must be above 0 and finite, got " + top.getAsDouble());
        }
        if (!(faintest >= 0)) {
            throw new IllegalArgumentException("the faintest weight that is drawn must be 0 or more, got " + faintest);
        }
    }

    /** The default with one scale for several alignments, so that their pictures can be compared. */
    public static AlignmentConfig inOneScale(Collection<SoftAlignment> alignments) {
        var top = alignments.stream()
                .mapToDouble(alignment -> Weights.top(alignment, OptionalDouble.empty()))
                .max();
        return new AlignmentConfig(DEFAULT.title, DEFAULT.weightName, top, DEFAULT.faintest);
    }

    public AlignmentConfig withTitle(String newTitle) {
        return new AlignmentConfig(newTitle, weightName, top, faintest);
    }

    public AlignmentConfig withTop(double newTop) {
        return new AlignmentConfig(title, weightName, OptionalDouble.of(newTop), faintest);
    }

    public AlignmentConfig withFaintest(double newFaintest) {
        return new AlignmentConfig(title, weightName, top, newFaintest);
    }
}
