package org.dragoman.annotators.tokens;

import java.util.List;

/** Splits a token into syntactic words, which most tokens are already. Safe for use by many threads. */
@FunctionalInterface
public interface WordSplitter {
    /** Takes every token for one word. */
    WordSplitter NONE = List::of;

    /**
     * Returns the forms of the words in order.
     *
     * @param token not empty
     * @return at least one form, none empty
     */
    List<String> split(String token);
}
