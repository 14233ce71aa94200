package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;

/** The tokens of {@link Pretokenizer#NONE}. */
final class BlankTokenizer {
    private static final char ESCAPE = '\uFFEE';

    private BlankTokenizer() {}

    static List<Token> tokenize(String sentence) {
        var tokens = new ArrayList<Token>();
        for (int start = 0; start < sentence.length(); ) {
            int end = start;
            while (end < sentence.length() && !isBreak(sentence.charAt(end))) {
                end++;
            }
            if (end > start) {
                tokens.add(new Token(escape(sentence.substring(start, end)), new Span(start, end), 0));
            }
            start = end + 1;
        }
        return tokens;
    }

    private static boolean isBreak(char c) {
        return c == ' ' || c == '\n' || c == '\r';
    }

    private static String escape(String word) {
        return mayBeMistaken(word) ? word + ESCAPE : word;
    }

    static String unescape(String token) {
        boolean escaped = token.charAt(token.length() - 1) == ESCAPE && mayBeMistaken(token);
        return escaped ? token.substring(0, token.length() - 1) : token;
    }

    /** Whether {@code word} ends with the mark of a piece that goes on, escaped or not. */
    private static boolean mayBeMistaken(String word) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == ESCAPE) {
            end--;
        }
        return word.substring(0, end).endsWith(BpeSubwords.CONTINUED);
    }
}
