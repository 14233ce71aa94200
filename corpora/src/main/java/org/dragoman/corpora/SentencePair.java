package org.dragoman.corpora;

/**
 * A sentence, or whatever one line holds, and its translation.
 *
 * @param source text in the language translated from
 * @param target text in the language translated to
 */
public record SentencePair(String source, String target) {

    /** Whether a side is empty or holds only white space, no-break spaces among it. */
    public boolean hasEmptySide() {
        return isEmpty(source) || isEmpty(target);
    }

    private static boolean isEmpty(String side) {
        return side.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085');
    }
}
