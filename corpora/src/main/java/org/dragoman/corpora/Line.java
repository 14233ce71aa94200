package org.dragoman.corpora;

/**
 * A line of a text with its place.
 *
 * @param number place in the text; the first line is 1
 * @param text the line without its end
 */
public record Line(long number, String text) {
    public Line {
        if (number < 1) {
            throw new IllegalArgumentException("a line number must be at least 1, got " + number);
        }
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("line " + number + " must not contain a line feed");
        }
    }
}
