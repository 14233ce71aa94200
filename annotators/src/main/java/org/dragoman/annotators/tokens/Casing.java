package org.dragoman.annotators.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gives the words of a token the case in which the token is written. */
final class Casing {
    private Casing() {}

    /**
     * Returns {@code words} in capitals where the token is all capitals, with a capital in front where only its first letter is one, and as
     * they are otherwise.
     *
     * @param words in lower case, at least one
     */
    static List<String> like(String token, List<String> words) {
        if (!Character.isUpperCase(token.codePointAt(0))) {
            return words;
        }
        if (token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT))) {
            return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        }
        var cased = new ArrayList<>(words);
        cased.set(0, capitalised(words.get(0)));
        return List.copyOf(cased);
    }

    private static String capitalised(String word) {
        var first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
