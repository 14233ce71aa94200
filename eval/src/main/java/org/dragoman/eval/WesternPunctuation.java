package org.dragoman.eval;

import java.util.List;

/** The language-dependent part of mteval-v13a.pl, for Western languages: ASCII punctuation becomes tokens. */
final class WesternPunctuation {
    private WesternPunctuation() {}

    static List<String> split(String line) {
        var text = Spacing.around(line, WesternPunctuation::isAlwaysToken);
        text = Spacing.aroundSecond(text, c -> !isDigit(c), WesternPunctuation::isPointOrComma);
        text = Spacing.aroundFirst(text, WesternPunctuation::isPointOrComma, c -> !isDigit(c));
        text = Spacing.aroundSecond(text, WesternPunctuation::isDigit, c -> c == '-');
        return WhiteSpace.split(text);
    }

    /** ASCII punctuation but for the apostrophe, comma, hyphen and full stop. */
    private static boolean isAlwaysToken(int c) {
        return c >= ' ' && c <= '&'
                || c >= '(' && c <= '+'
                || c == '/'
                || c >= ':' && c <= '@'
                || c >= '[' && c <= '`'
                || c >= '{' && c <= '~';
    }

    private static boolean isPointOrComma(int c) {
        return c == '.' || c == ',';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
