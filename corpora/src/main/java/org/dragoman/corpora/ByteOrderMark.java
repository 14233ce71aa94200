package org.dragoman.corpora;

/** What a reader does with U+FEFF when it is the very first character of a text; anywhere else it is a character like any other. */
public enum ByteOrderMark {
    /** Left out: the mark says how the file is encoded and would otherwise stick to its first word. */
    DROP,
    /** Part of the first line, as sacreBLEU and most Unix tools read it: for scores that must equal theirs. */
    KEEP
}
