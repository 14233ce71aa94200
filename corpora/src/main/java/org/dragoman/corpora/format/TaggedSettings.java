package org.dragoman.corpora.format;

import org.dragoman.corpora.TaggedSentences;

/**
 * How tagged text is read. What is written has two columns, token and tag.
 *
 * @param tokenColumn column of the tokens, from 1
 * @param tagColumn column of the tags, from 1, or {@link TaggedSentences#LAST}
 * @param repairsTags whether tags that don't follow their scheme are read as conlleval reads them; if not, they are refused
 * @param treebankTag which tag of a treebank is meant, to read and to write
 */
public record TaggedSettings(int tokenColumn, int tagColumn, boolean repairsTags, TreebankTag treebankTag) {
    /** The first and the last column; wrong tags are refused; universal tags. */
    public static final TaggedSettings DEFAULT = new TaggedSettings(1, TaggedSentences.LAST, false, TreebankTag.UPOS);

    /** A tag of a word in CoNLL-U. */
    public enum TreebankTag {
        /** The universal part of speech. */
        UPOS,
        /** The treebank's own. */
        XPOS
    }

    public TaggedSettings {
        if (tokenColumn < 1 || tagColumn < TaggedSentences.LAST) {
            throw new IllegalArgumentException(
                    "columns count from 1, got " + tokenColumn + " for the token and " + tagColumn + " for the tag");
        }
    }

    /** The same with other columns. */
    public TaggedSettings withColumns(int token, int tag) {
        return new TaggedSettings(token, tag, repairsTags, treebankTag);
    }

    /** The same, but wrong tags are repaired. */
    public TaggedSettings withRepair() {
        return new TaggedSettings(tokenColumn, tagColumn, true, treebankTag);
    }

    /** The same with another tag of treebanks. */
    public TaggedSettings withTreebankTag(TreebankTag tag) {
        return new TaggedSettings(tokenColumn, tagColumn, repairsTags, tag);
    }
}
