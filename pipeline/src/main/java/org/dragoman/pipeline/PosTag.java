package org.dragoman.pipeline;

/**
 * Part of speech of a word.
 *
 * @param universal one of the 17 tags of Universal Dependencies version 2, such as {@code NOUN}; {@code _} if unknown
 * @param treebank the tag in the scheme of the treebank or model, such as {@code NNS}; {@code _} if there is none
 */
public record PosTag(String universal, String treebank) {
    /** What stands for a tag that is not known, as in CoNLL-U. */
    public static final String NONE = "_";

    public PosTag {
        Checks.notBlank("a universal tag", universal);
        Checks.notBlank("a treebank tag", treebank);
    }

    /** A universal tag without a tag of a treebank. */
    public static PosTag of(String universal) {
        return new PosTag(universal, NONE);
    }
}
