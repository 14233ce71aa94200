package org.dragoman.pipeline;

/**
 * A syntactic word, the unit of tagging and parsing. The German token <em>zum</em> has two, <em>zu</em> and <em>dem</em>; most
 * tokens have one, with the token's own text as its form.
 *
 * @param form the word as it would be written alone, not empty
 * @param token index into {@link Layers#TOKENS} of the token that the word is part of
 */
public record Word(String form, int token) {
    public Word {
        Checks.check(!form.isEmpty(), "the form of a word", "at least one character", "\"\"");
        Checks.check(token >= 0, "the token index of a word", "0 or more", token);
    }
}
