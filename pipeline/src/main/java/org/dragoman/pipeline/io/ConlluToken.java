package org.dragoman.pipeline.io;

/**
 * What CoNLL-U says about a token of several words as a whole, as it is written there; {@code _} is empty.
 *
 * @param feats features, such as {@code Typo=Yes}
 * @param misc anything else, with what is said about spaces
 */
public record ConlluToken(String feats, String misc) {
    /** A token of which nothing is known. */
    public static final ConlluToken NONE = new ConlluToken("_", "_");
}
