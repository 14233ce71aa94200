package org.dragoman.annotators.text;

/**
 * What counts as white space and as the end of a line: the property White_Space of Unicode and the separators that Java counts
 * in addition. All of it lies in the basic plane, so one UTF-16 unit decides.
 */
public final class WhiteSpace {
    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private WhiteSpace() {}

    public static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }

    /** Whether {@code c} ends a line; CR LF is one end in two units. */
    public static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    /**
     * Number of line ends in a stretch of text.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    public static int lineEnds(CharSequence text, int start, int end) {
        var count = 0;
        for (var i = start; i < end; i++) {
            var c = text.charAt(i);
            var continuesCrLf = c == '\n' && i > start && text.charAt(i - 1) == '\r';
            if (isLineEnd(c) && !continuesCrLf) {
                count++;
            }
        }
        return count;
    }

    /** Whether a stretch of text has a form feed or a paragraph separator, which end a paragraph alone. */
    public static boolean hasParagraphEnd(CharSequence text, int start, int end) {
        for (var i = start; i < end; i++) {
            if (text.charAt(i) == '\f' || text.charAt(i) == PARAGRAPH_SEPARATOR) {
                return true;
            }
        }
        return false;
    }
}
