package org.dragoman.annotators.classification;

import org.dragoman.annotators.text.WhiteSpace;

import java.util.Arrays;

/** Where the words of any text are, without a model: good enough for bags of words. */
final class TextWords {
    private TextWords() {}

    /** Start and end of each word, one after the other. */
    static int[] ends(String text) {
        var ends = new int[64];
        var size = 0;
        for (var start = 0; start < text.length(); ) {
            var end = end(text, start);
            if (end > start) {
                if (size + 2 > ends.length) {
                    ends = Arrays.copyOf(ends, 2 * ends.length);
                }
                ends[size++] = start;
                ends[size++] = end;
            }
            start = Math.max(end, start + 1);
        }
        return Arrays.copyOf(ends, size);
    }

    /** Where the word that begins at {@code start} ends; {@code start} itself if that is white space. */
    private static int end(String text, int start) {
        if (WhiteSpace.is(text.charAt(start))) {
            return start;
        }
        var isWord = isInWord(text.codePointAt(start));
        var end = start;
        while (end < text.length() && !WhiteSpace.is(text.charAt(end))) {
            var codePoint = text.codePointAt(end);
            if (isInWord(codePoint) != isWord && !(isWord && joins(text, end))) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** An apostrophe between letters. */
    private static boolean joins(String text, int at) {
        var c = text.charAt(at);
        return (c == '\'' || c == '’') && at + 1 < text.length() && isInWord(text.codePointAt(at + 1));
    }

    static boolean isInWord(int codePoint) {
        if (Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
