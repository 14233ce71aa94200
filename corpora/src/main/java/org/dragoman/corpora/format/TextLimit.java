package org.dragoman.corpora.format;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What a text must not hold in a format, because it would come back as something else or not at all. */
enum TextLimit {
    /** A whole line: no line feed, and no carriage return at its end, which would be taken for a part of the line's. */
    LINE(c -> c == '\n', true),
    /** A column before a TAB: neither a line feed nor a TAB. */
    COLUMN(c -> c == '\n' || c == '\t', false),
    /** A column at the end of a line. */
    LAST_COLUMN(c -> c == '\n' || c == '\t', true),
    /** The characters of XML 1.0, which lacks most controls, U+FFFE and U+FFFF. */
    XML(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF, false),
    /** Anything that UTF-8 can hold. */
    UTF_8(c -> false, false);

    private static final int LONGEST_EXCERPT = 60; // UTF-16 units

    private final IntPredicate forbidden;
    private final boolean endsLine;

    TextLimit(IntPredicate forbidden, boolean endsLine) {
        this.forbidden = forbidden;
        this.endsLine = endsLine;
    }

    /** Whether a text may hold a character; half a surrogate pair it never may. */
    boolean allows(int codePoint) {
        return !forbidden.test(codePoint) && !isHalfPair(codePoint);
    }

    /**
     * Returns a text that is within the limit.
     *
     * @param what the text, in messages
     */
    String checked(String what, String text) throws UnholdableTextException {
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!allows(text.codePointAt(i))) {
                throw unholdable(what, text, i);
            }
        }
        if (endsLine && text.endsWith("\r")) {
            throw unholdable(what, text, text.length() - 1);
        }
        return text;
    }

    static UnholdableTextException unholdable(String what, String text, int index) {
        var character = text.codePointAt(index);
        var remedy = isHalfPair(character)
                ? "this is half a character; correct the text"
                : "the format can't hold that; write another one, such as JSON lines, or replace it before";
        return new UnholdableTextException(what + " has " + name(character) + " at character " + (index + 1) + ": \""
                + excerpt(text) + "\"; " + remedy);
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String name(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "a TAB";
            case '\n' -> "a line feed";
            case '\r' -> "a carriage return";
            default -> String.format(Locale.ROOT, "U+%04X", codePoint);
        };
    }

    /** The beginning of a text, on one line and in characters that can be printed. */
    static String excerpt(String text) {
        var shown = new StringBuilder();
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (i >= LONGEST_EXCERPT) {
                return shown.append("...").toString();
            }
            var c = text.codePointAt(i);
            if (Character.isISOControl(c) || isHalfPair(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }
}
