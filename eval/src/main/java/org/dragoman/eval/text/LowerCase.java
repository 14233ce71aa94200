package org.dragoman.eval.text;

import java.util.Locale;

/**
 * Lower case as Unicode defines it (section 3.13) and Python's {@code str.lower} computes it. {@link String#toLowerCase(Locale)} agrees
 * but for the final sigma, whose context it takes from word breaks.
 */
final class LowerCase {
    private static final char CAPITAL_SIGMA = 'Σ';

    private LowerCase() {}

    static String of(String text) {
        return withoutCapitalSigma(text).toLowerCase(Locale.ROOT);
    }

    private static String withoutCapitalSigma(String text) {
        if (text.indexOf(CAPITAL_SIGMA) < 0) {
            return text;
        }
        var result = new StringBuilder(text);
        for (var i = text.indexOf(CAPITAL_SIGMA); i >= 0; i = text.indexOf(CAPITAL_SIGMA, i + 1)) {
            result.setCharAt(i, isFinal(text, i) ? 'ς' : 'σ');
        }
        return result.toString();
    }

    /** Condition Final_Sigma of table 3-17: a cased letter before and none after, case-ignorable characters passed over. */
    private static boolean isFinal(String text, int sigma) {
        return casedBefore(text, sigma) && !casedAfter(text, sigma + 1);
    }

    private static boolean casedBefore(String text, int end) {
        for (var i = end; i > 0; ) {
            var c = text.codePointBefore(i);
            if (!isCaseIgnorable(c)) {
                return isCased(c);
            }
            i -= Character.charCount(c);
        }
        return false;
    }

    private static boolean casedAfter(String text, int start) {
        for (var i = start; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (!isCaseIgnorable(c)) {
                return isCased(c);
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** Definition D136: marks, formats, modifiers, and what stands in the middle of words. */
    private static boolean isCaseIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> isMidWord(c);
        };
    }

    /** Word_Break is MidLetter, MidNumLet or Single_Quote. */
    private static boolean isMidWord(int c) {
        return switch (c) {
            case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027 -> true;
            case 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A -> true;
            default -> false;
        };
    }
}
