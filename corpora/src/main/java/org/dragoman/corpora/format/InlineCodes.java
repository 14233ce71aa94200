package org.dragoman.corpora.format;

/**
 * What a reader of TMX or XLIFF does with markup inside a segment.
 *
 * <p>Elements that surround text of the segment ({@code hi} in TMX; {@code g}, {@code pc} and {@code mrk} in XLIFF) lose their tags and
 * keep their text in either way. The elements meant here hold code of the original document: {@code bpt}, {@code ept}, {@code it},
 * {@code ph} and, in TMX, {@code ut}, with what is in them, {@code sub} included. Characters that {@code cp} of XLIFF 2 stands for are
 * text.
 */
public enum InlineCodes {
    /** Left out: {@code Click <bpt i="1">&lt;b&gt;</bpt>here<ept i="1">&lt;/b&gt;</ept>} is read as {@code Click here}. */
    DROP,
    /** Read as text: the same is {@code Click <b>here</b>}. */
    KEEP
}
