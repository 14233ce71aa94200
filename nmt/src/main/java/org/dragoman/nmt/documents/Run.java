package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Span;

import java.util.Optional;

/**
 * A stretch of a file that is translated as one piece. What is between runs is markup, code or white space and stays as it is.
 *
 * @param span where it is in the file's text
 * @param source the text of the span, as it is written there
 * @param text what to translate: {@code source} without what its format adds, such as the line break in a wrapped paragraph
 */
public record Run(Span span, String source, String text) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public Run {
        if (span.length() != source.length()) {
            throw new IllegalArgumentException("the span " + span + " of a run must cover its source, which has "
                    + source.length() + " characters");
        }
    }

    /**
     * The run between two offsets of {@code file}, without the white space around it; nothing where there is no letter, as in a
     * ruler, a number or an empty line, which read the same in every language.
     */
    static Optional<Run> in(String file, int start, int end) {
        return in(file, start, end, file.substring(start, end));
    }

    /** The same where the text to translate is not as the file has it. */
    static Optional<Run> in(String file, int start, int end, String text) {
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        var from = start;
        var to = end;
        while (from < to && isSpace(file.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(file.charAt(to - 1))) {
            to--;
        }
        return Optional.of(new Run(new Span(from, to), file.substring(from, to), trim(text)));
    }

    private static String trim(String text) {
        var from = 0;
        var to = text.length();
        while (isSpace(text.charAt(from))) {
            from++;
        }
        while (isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == BYTE_ORDER_MARK;
    }
}
