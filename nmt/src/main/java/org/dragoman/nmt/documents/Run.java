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
     * The run between two offsets of {@code file}, without the white space around it and closing punctuation before it (a sentence
     * may go on after inline markup); nothing where there is no letter, as in a ruler, a number or an empty line, which read
     * the same in every language.
     */
    static Optional<Run> in(String file, int start, int end) {
        return in(file, start, end, file.substring(start, end));
    }

    /** The same where the text to translate is not as the file has it. */
    static Optional<Run> in(String file, int start, int end, String text) {
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        var to = end;
        while (isSpace(file.charAt(to - 1))) {
            to--;
        }
        var source = file.substring(start, to);
        var trimmed = trim(text);
        var skipped = 0;
        while (isSpace(source.charAt(skipped))) {
            skipped++;
        }
        var closing = closing(source.substring(skipped), trimmed);
        skipped += closing;
        return Optional.of(
                new Run(new Span(start + skipped, to), source.substring(skipped), trimmed.substring(closing)));
    }

    /** Length of the closing punctuation, and the space after it, that both start with; 0 if a line break parts them from the rest. */
    private static int closing(String source, String text) {
        var length = 0;
        while (source.charAt(length) == text.charAt(length) && isClosing(text.charAt(length))) {
            length++;
        }
        return isSpace(text.charAt(length)) ? 0 : length;
    }

    private static boolean isClosing(char character) {
        return ".,;:!?)]}".indexOf(character) >= 0 || isSpace(character);
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
