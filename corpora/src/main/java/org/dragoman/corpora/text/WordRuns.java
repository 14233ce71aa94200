package org.dragoman.corpora.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds words as the pattern {@code \w\w+} of Python finds them, which scikit-learn takes by default: the longest stretches of letters,
 * numbers (Unicode's categories L and N) and underscores, two code points or more. Marks end a word.
 */
public final class WordRuns {
    private static final int SHORTEST = 2; // code points

    private WordRuns() {}

    /** The words of a text in order. */
    public static List<String> in(String text) {
        var words = new ArrayList<String>();
        for (var start = 0; start < text.length(); ) {
            var end = start;
            var length = 0;
            while (end < text.length() && isOfWords(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
                length++;
            }
            if (length >= SHORTEST) {
                words.add(text.substring(start, end));
            }
            start = length > 0 ? end : start + Character.charCount(text.codePointAt(start));
        }
        return words;
    }

    private static boolean isOfWords(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> c == '_' || Character.isLetter(c);
        };
    }
}
