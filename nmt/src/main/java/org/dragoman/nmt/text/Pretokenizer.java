package org.dragoman.nmt.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a sentence is cut into the tokens that {@link Bpe} works on, and how tokens become text again.
 *
 * <p>{@code detokenize(tokenize(text))} is the text for every text, but for white space: a run of it becomes one
 * blank, and there is none at the ends. No token ends with {@code @@}, the mark of a piece that goes on.
 */
public enum Pretokenizer {
    /**
     * For corpora that are tokenised already: cuts at blanks and line breaks, and at nothing else. A word that ends with {@code @@} gets
     * a U+FFEE at its end, and so does one that ends with {@code @@} and some U+FFEE, so that one can be taken away again.
     */
    NONE {
        @Override
        List<Token> tokenize(String sentence) {
            return BlankTokenizer.tokenize(sentence);
        }

        @Override
        String detokenize(List<String> tokens) {
            return tokens.stream()
                    .filter(token -> !token.isEmpty())
                    .map(BlankTokenizer::unescape)
                    .collect(Collectors.joining(" "));
        }
    },

    /**
     * For raw text of any script: cuts at white space, and between runs of letters (with their marks), runs of digits and other
     * code points, of which each is a token. Tokens that touch are marked with a joiner, U+FFED: the other code point
     * has it on the side of a word or number, and of two alike the second has it. A U+FFED of the text itself is written as
     * U+FFEE and {@code j}, a U+FFEE as U+FFEE and {@code e}.
     */
    JOINER {
        @Override
        List<Token> tokenize(String sentence) {
            return JoinerTokenizer.tokenize(sentence);
        }

        @Override
        String detokenize(List<String> tokens) {
            return JoinerTokenizer.detokenize(tokens);
        }
    };

    abstract List<Token> tokenize(String sentence);

    /** Understands every list of tokens; empty ones count for nothing. */
    abstract String detokenize(List<String> tokens);
}
