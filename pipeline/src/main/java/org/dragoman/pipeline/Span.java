package org.dragoman.pipeline;

/**
 * A stretch of text, half-open.
 *
 * <p>Spans are ordered by their start; of two that start together, the longer comes first, as an outer bracket comes before
 * an inner one.
 *
 * @param start offset of the first UTF-16 unit, 0 or more
 * @param end offset after the last UTF-16 unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a span needs 0 <= start <= end, got start " + start + " and end " + end);
        }
    }

    /**
     * Returns the text that this span covers.
     *
     * @throws IllegalArgumentException if the span ends after the text
     */
    public String textIn(CharSequence text) {
        if (end > text.length()) {
            throw new IllegalArgumentException(
                    "span " + this + " ends after the text, which has " + text.length() + " characters");
        }
        return text.subSequence(start, end).toString();
    }

    /** Number of UTF-16 units. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether {@code other} lies inside this span; a span contains itself. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two have a UTF-16 unit in common; an empty span overlaps nothing. */
    public boolean overlaps(Span other) {
        return Math.max(start, other.start) < Math.min(end, other.end);
    }

    /** Returns this span moved by {@code offset} UTF-16 units, to the left if it is negative. */
    public Span shift(int offset) {
        return new Span(Math.addExact(start, offset), Math.addExact(end, offset));
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }

    @Override
    public String toString() {
        return "[" + start + ", " + end + ")";
    }
}
