package org.dragoman.pipeline.io;

import java.util.regex.Pattern;

/** What may stand in a column or a comment of CoNLL-U. */
final class Columns {
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cs}]+");

    private Columns() {}

    /** Whether a code point can be written in a column: no control, no separator of lines, no lone surrogate. */
    static boolean isPlain(int c) {
        var type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    /** Words separated by spaces on one line; what can't stand there becomes a space. */
    static String line(String text) {
        return NOT_PLAIN.matcher(text).replaceAll(" ").strip();
    }

    /** A form or lemma, which may have spaces inside; {@code _} if nothing is left. */
    static String form(String text) {
        var line = line(text);
        return line.isEmpty() ? "_" : line;
    }

    /** A tag, which may have no spaces; {@code _} if nothing is left. */
    static String tag(String text) {
        var tag = SPACE.matcher(line(text)).replaceAll("_");
        return tag.isEmpty() ? "_" : tag;
    }

    /** The id of a sentence, which may have no spaces and no slash: that one is for parallel treebanks. */
    static String sentenceId(String text) {
        return tag(text).replace('/', '_');
    }

    /** Whether the comment with the text of a sentence can hold a gap between two tokens as it is. */
    static boolean isSpaces(String gap) {
        return gap.codePoints().allMatch(c -> Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
