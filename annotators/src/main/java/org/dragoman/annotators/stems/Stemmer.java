package org.dragoman.annotators.stems;

/** Reduces a word to its stem. Safe for use by many threads. */
@FunctionalInterface
public interface Stemmer {
    /** Returns the stem of a word in any case; it is in lower case and need not be a word itself. */
    String stem(String word);
}
