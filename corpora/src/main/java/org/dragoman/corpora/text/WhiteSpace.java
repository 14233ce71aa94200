package org.dragoman.corpora.text;

import java.util.ArrayList;
import java.util.List;

/**
 * White space as Python's {@code str} counts it, on which the tokens of the reference tools depend. It is Unicode's White_Space and U+001C
 * to U+001F; {@link Character#isWhitespace} differs in U+0085 and the no-break spaces, and {@code \s} of a pattern in most.
 */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether a code point is white space. */
    public static boolean contains(int c) {
        if (c <= ' ') {
            return c == ' ' || c >= 0x09 && c <= 0x0D || c >= 0x1C;
        }
        return c == 0x85 || c == 0xA0 || c >= 0x1680 && isWideSpace(c);
    }

    private static boolean isWideSpace(int c) {
        return switch (c) {
            case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    /** The stretches between white space, none of them empty. */
    public static List<String> split(String text) {
        return split(text, new boolean[text.length() + 1]);
    }

    /** The stretches between white space and cuts, none of them empty; {@code cuts} tells of each unit whether there is one before it. */
    public static List<String> split(String text, boolean[] cuts) {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var isSpace = contains(text.charAt(i));
            if ((isSpace || cuts[i]) && i > start) {
                parts.add(text.substring(start, i));
                start = i;
            }
            if (isSpace) {
                start = i + 1;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /** The text without white space at its end. */
    public static String stripTrailing(String text) {
        var end = text.length();
        while (end > 0 && contains(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The text without white space at its beginning. */
    public static String stripLeading(String text) {
        var start = 0;
        while (start < text.length() && contains(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}
