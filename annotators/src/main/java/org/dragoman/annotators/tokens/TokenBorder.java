package org.dragoman.annotators.tokens;

/** Decides whether a token ends inside a piece of text without white space. Safe for use by many threads. */
@FunctionalInterface
interface TokenBorder {
    /**
     * Whether to cut before the UTF-16 unit at {@code index}.
     *
     * @param index from 1 to the length of {@code piece} less 1
     */
    boolean isAt(String piece, int index);
}
