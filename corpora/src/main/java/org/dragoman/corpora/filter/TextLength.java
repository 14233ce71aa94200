package org.dragoman.corpora.filter;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.function.ToIntFunction;

/** How long a text is. */
public enum TextLength {
    /** Stretches between white space. */
    WORDS(TextLength::words),
    /** Code points, white space among them. */
    CHARACTERS(text -> text.codePointCount(0, text.length()));

    private final ToIntFunction<String> length;

    TextLength(ToIntFunction<String> length) {
        this.length = length;
    }

    /** The length of a text in this unit. */
    public int of(String text) {
        return length.applyAsInt(text);
    }

    private static int words(String text) {
        var words = 0;
        var isInWord = false;
        for (var i = 0; i < text.length(); i++) {
            var isSpace = WhiteSpace.contains(text.charAt(i));
            words += !isSpace && !isInWord ? 1 : 0;
            isInWord = !isSpace;
        }
        return words;
    }
}
