package org.dragoman.pipeline;

import java.util.List;

/**
 * Part of speech of a word.
 *
 * @param universal one of the 17 tags of Universal Dependencies version 2, such as {@code NOUN}; {@code _} if unknown
 * @param treebank the tag in the scheme of the treebank or model, such as {@code NNS}; {@code _} if there is none
 */
public record PosTag(String universal, String treebank) {
    /** What stands for a tag that is not known, as in CoNLL-U. */
    public static final String NONE = "_";

    /** The tags of Universal Dependencies version 2. */
    public static final List<String> UNIVERSAL = List.of(
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X");

    public PosTag {
        Checks.notBlank("a universal tag", universal);
        Checks.notBlank("a treebank tag", treebank);
    }

    /** Whether the universal tag is one of {@link #UNIVERSAL}, or not known. An annotator for other tags may give others. */
    public boolean isUniversal() {
        return universal.equals(NONE) || UNIVERSAL.contains(universal);
    }

    /** A universal tag without a tag of a treebank. */
    public static PosTag of(String universal) {
        return new PosTag(universal, NONE);
    }
}
