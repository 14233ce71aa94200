package org.dragoman.pipeline.io;

/**
 * The columns of a word in CoNLL-U that have no layer of their own, as they are written there; {@code _} is empty.
 *
 * @param feats morphological features
 * @param head id of the head within the sentence, 0 for the root
 * @param deprel dependency relation to the head
 * @param deps enhanced dependencies
 * @param misc anything else, with what is said about spaces
 */
public record ConlluFields(String feats, String head, String deprel, String deps, String misc) {
    /** A word of which nothing is known. */
    public static final ConlluFields NONE = new ConlluFields("_", "_", "_", "_", "_");
}
