package org.dragoman.eval.picture;

import java.util.Locale;

/** Which point of a text stands at the place that it is given: the left end, the middle or the right end. */
enum Anchor {
    LEFT,
    MIDDLE,
    RIGHT;

    /** The attribute of SVG, which counts in the direction of the text. */
    String attribute(boolean isRightToLeft) {
        if (this == MIDDLE) {
            return " text-anchor=\"" + name().toLowerCase(Locale.ROOT) + "\"";
        }
        return (this == RIGHT) == isRightToLeft ? "" : " text-anchor=\"end\"";
    }

    /** How far left of that place a text of some width begins. */
    double shift(double width) {
        return switch (this) {
            case LEFT -> 0;
            case MIDDLE -> width / 2;
            case RIGHT -> width;
        };
    }
}
