package org.dragoman.annotators.sentences;

/** What a sentence never crosses. */
public enum SentenceUnit {
    /** A blank line, a form feed or Unicode's paragraph separator; a single line end is white space like any other. */
    PARAGRAPH,
    /** Any line end, as in subtitles, lists, and text that is translated line by line. */
    LINE
}
