package org.dragoman.eval.text;

import java.util.Arrays;

/** Where each word stands in a sequence of numbered words. */
final class WordPositions {
    static final int NONE = -1;

    private final int[] first; // of each word
    private final int[] next; // at each position, of the same word

    WordPositions(int[] words) {
        first = new int[Arrays.stream(words).max().orElse(NONE) + 1];
        next = new int[words.length];
        Arrays.fill(first, NONE);
        for (var i = words.length - 1; i >= 0; i--) {
            next[i] = first[words[i]];
            first[words[i]] = i;
        }
    }

    /** The first position of a word, or {@link #NONE}; so for {@link TokenNumbers#UNKNOWN}. */
    int first(int word) {
        return word >= 0 && word < first.length ? first[word] : NONE;
    }

    /** The next position with the word that stands at one, or {@link #NONE}. */
    int next(int position) {
        return next[position];
    }
}
