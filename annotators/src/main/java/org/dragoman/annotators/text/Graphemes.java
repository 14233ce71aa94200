package org.dragoman.annotators.text;

/**
 * Where a text may be cut without damage to what a reader sees as one character: not inside a surrogate pair, not before a mark, a
 * joiner or a skin tone, not after a joiner, not inside a flag. A simplification of Unicode's annex 29 that looks at two code
 * points; Hangul syllables in parts are not kept together.
 */
public final class Graphemes {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Graphemes() {}

    /**
     * Whether the text may be cut before the UTF-16 unit at {@code offset}.
     *
     * @param offset from 0 to the length of the text; both ends are good places
     */
    public static boolean isBorder(CharSequence text, int offset) {
        if (offset == 0 || offset == text.length()) {
            return true;
        }
        if (Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
            return false;
        }
        var before = Character.codePointBefore(text, offset);
        var after = Character.codePointAt(text, offset);
        return before != ZERO_WIDTH_JOINER && !extendsCharacter(after) && !(isFlagHalf(before) && isFlagHalf(after));
    }

    private static boolean extendsCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default ->
                codePoint == ZERO_WIDTH_JOINER
                        || codePoint == ZERO_WIDTH_NON_JOINER
                        || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF; // skin tones
        };
    }

    private static boolean isFlagHalf(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }
}
