package org.dragoman.eval.text;

/** The language-dependent part of mteval-v13a.pl, for Western languages: ASCII punctuation becomes tokens. */
final class WesternPunctuation {
    private WesternPunctuation() {}

    /** Whether the rules may set a character apart. */
    static boolean isMark(int c) {
        return c <= '~' && (isAlwaysToken(c) || isPointOrComma(c) || c == '-');
    }

    static void cut(CutLine line) {
        cutSigns(line);
        cutBesideDigits(line);
    }

    /** What is a token wherever it stands. */
    static void cutSigns(CutLine line) {
        line.cutAround(WesternPunctuation::isAlwaysToken);
    }

    /** Points and commas stay in numbers, and a hyphen is a token behind a digit only. */
    static void cutBesideDigits(CutLine line) {
        line.cutAroundAfter(c -> !isDigit(c), WesternPunctuation::isPointOrComma);
        line.cutAroundBefore(WesternPunctuation::isPointOrComma, c -> !isDigit(c));
        line.cutAroundAfter(WesternPunctuation::isDigit, c -> c == '-');
    }

    /** ASCII punctuation but for the apostrophe, comma, hyphen and full stop. */
    private static boolean isAlwaysToken(int c) {
        return c > ' ' && c <= '&'
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
