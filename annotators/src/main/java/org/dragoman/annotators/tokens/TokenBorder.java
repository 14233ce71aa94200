package org.dragoman.annotators.tokens;

/** Decides whether a token ends inside a piece of text without white space. Safe for use by many threads. */
@FunctionalInterface
interface TokenBorder {
    /**
     * Whether to cut before the UTF-16 unit at {@code index}.
     *
     * @param start where the token begins that may end here
     * @param index from {@code start} + 1 to the length of the piece less 1
     */
    boolean isAt(Piece piece, int start, int index);

    /**
     * A stretch of text without white space, of bounded length.
     *
     * @param text what it is
     * @param offset where it begins in the whole text
     * @param follows first UTF-16 unit of what comes after the white space behind it in the same sentence, {@link #NOTHING} at its end
     */
    record Piece(String text, int offset, char follows) {
        static final char NOTHING = 0;

        boolean endsSentence() {
            return follows == NOTHING;
        }
    }
}
