package org.dragoman.annotators.tokens;

import java.util.List;

/** Splits a token into syntactic words, which most tokens are already. Safe for use by many threads. */
@FunctionalInterface
public interface WordSplitter {
    /** Takes every token for one word. */
    WordSplitter NONE = List::of;

    /**
     * Returns the forms of the words of a token in order.
     *
     * @param token not empty
     * @return at least one form, none empty
     */
    List<String> split(String token);

    /**
     * The same for a token of a sentence, where the tokens beside it matter: French <em>des</em> is an article or two words.
     *
     * @param sentence all tokens of the sentence
     * @param index of the token to split
     */
    default List<String> split(List<String> sentence, int index) {
        return split(sentence.get(index));
    }
}
