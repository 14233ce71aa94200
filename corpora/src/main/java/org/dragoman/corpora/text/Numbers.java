package org.dragoman.corpora.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers in a text, as a translation should keep them. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,:\\x{A0}\\x{202F} ]?\\p{Nd}+)*");
    private static final Pattern NO_DIGIT = Pattern.compile("\\P{Nd}");

    private Numbers() {}

    /**
     * The digits of each number, sorted: without the marks that languages set between digits in different ways, so that {@code 1,234.5}
     * and {@code 1.234,5} are both {@code 12345}. The digits stay those of their script.
     */
    public static List<String> in(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> NO_DIGIT.matcher(number).replaceAll(""))
                .sorted()
                .toList();
    }
}
