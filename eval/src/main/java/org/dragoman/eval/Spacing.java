package org.dragoman.eval;

import java.util.function.IntPredicate;

/**
 * Substitutions of the mteval scripts: each puts spaces around characters that should be tokens, in one pass from left to right over code
 * points in which no character is matched twice.
 */
final class Spacing {
    private Spacing() {}

    /** {@code s/(c)/ $1 /g} */
    static StringBuilder around(CharSequence text, IntPredicate isToken) {
        var result = new StringBuilder(2 * text.length());
        text.codePoints().forEach(c -> {
            if (isToken.test(c)) {
                result.append(' ').appendCodePoint(c).append(' ');
            } else {
                result.appendCodePoint(c);
            }
        });
        return result;
    }

    /** {@code s/(first)(second)/$1 $2 /g}: the second becomes a token. */
    static StringBuilder aroundSecond(CharSequence text, IntPredicate first, IntPredicate second) {
        return inPairs(text, first, second, "", " ");
    }

    /** {@code s/(first)(second)/ $1 $2/g}: the first becomes a token. */
    static StringBuilder aroundFirst(CharSequence text, IntPredicate first, IntPredicate second) {
        return inPairs(text, first, second, " ", "");
    }

    private static StringBuilder inPairs(
            CharSequence text, IntPredicate first, IntPredicate second, String before, String after) {
        var result = new StringBuilder(2 * text.length());
        for (var i = 0; i < text.length(); ) {
            var c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (i < text.length() && first.test(c) && second.test(Character.codePointAt(text, i))) {
                var next = Character.codePointAt(text, i);
                i += Character.charCount(next);
                result.append(before)
                        .appendCodePoint(c)
                        .append(' ')
                        .appendCodePoint(next)
                        .append(after);
            } else {
                result.appendCodePoint(c);
            }
        }
        return result;
    }
}
