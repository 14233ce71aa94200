package org.dragoman.corpora.filter;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.function.Predicate;

/**
 * Keeps lines that look like text: refuses those with a control character but TAB, a replacement character U+FFFD, an unassigned or
 * private code point or half a surrogate pair, and those that have too few letters.
 *
 * @param minLetters least share of letters, with their marks, among all characters that are not white space, 0 to 1; 0 asks for none
 */
public record WellFormedFilter(double minLetters) implements Filter<String> {
    private static final char REPLACEMENT = '\uFFFD';

    public WellFormedFilter {
        if (!(minLetters >= 0 && minLetters <= 1)) {
            throw new IllegalArgumentException("the least share of letters must be from 0 to 1, got " + minLetters);
        }
    }

    @Override
    public String name() {
        return "ill-formed";
    }

    @Override
    public Predicate<String> start() {
        return this::keeps;
    }

    private boolean keeps(String line) {
        var letters = 0;
        var characters = 0;
        for (var i = 0; i < line.length(); ) {
            var c = line.codePointAt(i);
            i += Character.charCount(c);
            if (isBroken(c)) {
                return false;
            }
            letters += isOfLetters(c) ? 1 : 0;
            characters += WhiteSpace.contains(c) ? 0 : 1;
        }
        return letters >= minLetters * characters;
    }

    private static boolean isBroken(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> c == REPLACEMENT;
        };
    }

    private static boolean isOfLetters(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetter(c);
        };
    }
}
