package org.dragoman.nmt.text;

import java.util.Comparator;

/**
 * Order of strings by code points: the order of Python's strings and of UTF-8 bytes.
 *
 * <p>{@link String#compareTo} differs: it puts U+FFED after an emoji, whose surrogates are smaller.
 */
enum CodePointOrder implements Comparator<String> {
    CODE_POINTS;

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        int i = 0;
        while (i < common && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == common) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.compare(codePointAround(left, i), codePointAround(right, i));
    }

    /** The code point at {@code i}; all of it where {@code i} is its second half. */
    private static int codePointAround(String text, int i) {
        boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
        return text.codePointAt(second ? i - 1 : i);
    }
}
