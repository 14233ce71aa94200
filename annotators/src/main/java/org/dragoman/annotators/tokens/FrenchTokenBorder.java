package org.dragoman.annotators.tokens;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules for French: elided words keep their apostrophe (<em>l'|homme</em>, <em>qu'|il</em>), pronouns behind a verb keep their hyphen
 * (<em>a|-t-il</em>), and punctuation stands apart except in numbers, abbreviations and addresses. Each looks at a bounded part of the piece.
 */
final class FrenchTokenBorder implements TokenBorder {
    private static final String APOSTROPHES = "'’";
    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "n", "m", "t", "s", "c", "y", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");
    private static final Pattern CLITIC = Pattern.compile(
            "(?i)-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en)(?![\\p{L}\\p{N}-]).*");
    private static final Pattern ADDRESS = Pattern.compile("(?i).*(?:://|www\\.|@\\w).*");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?i)(?:\\p{L}\\.)+|\\p{L}|mm|mme|mmes|mlle|dr|pr|st|ste|etc|cf|env|ex|av|bd|art|p|pp|vol|fig|no|tél|réf|j\\.-c|\\p{L}\\.-\\p{L}");
    private static final String OPENING = "([{«“\"‹„<";
    private static final String CLOSING = ")]}»”\"›,;:!?…>";
    private static final int LONGEST_WORD = 40;

    @Override
    public boolean isAt(Piece piece, int start, int index) {
        var text = piece.text();
        var before = text.charAt(index - 1);
        var after = text.charAt(index);
        if (isWordCharacter(before) && isWordCharacter(after)) {
            return false;
        }
        if (APOSTROPHES.indexOf(before) >= 0) {
            return isElided(text, start, index - 1) && isWordCharacter(after);
        }
        if (after == '-' && isWordCharacter(before)) {
            return isClitic(text, start, index);
        }
        if (isMark(before) && before == after) {
            return false; // ... and !!!
        }
        return isCutAround(piece, start, index, before, after);
    }

    private static boolean isCutAround(Piece piece, int start, int index, char before, char after) {
        var text = piece.text();
        if (isPartOfNumber(text, index) || isPartOfAddress(text, index)) {
            return false;
        }
        if (OPENING.indexOf(before) >= 0 || CLOSING.indexOf(after) >= 0 || OPENING.indexOf(after) >= 0) {
            return true;
        }
        if (CLOSING.indexOf(before) >= 0) {
            return true;
        }
        if (after == '.') {
            return index == text.length() - 1 || CLOSING.indexOf(text.charAt(index + 1)) >= 0
                    ? endsSentence(piece, start, index)
                    : text.charAt(index + 1) == '.';
        }
        return isPercentOrMoney(after) || isPercentOrMoney(before) && isWordCharacter(after);
    }

    /** A full stop behind an abbreviation belongs to it. */
    private static boolean endsSentence(Piece piece, int start, int index) {
        var from = Math.max(start, index - LONGEST_WORD);
        return !ABBREVIATION.matcher(piece.text().substring(from, index)).matches();
    }

    private static boolean isElided(String text, int start, int apostrophe) {
        return apostrophe - start <= 7
                && apostrophe > start
                && ELIDED.contains(text.substring(start, apostrophe).toLowerCase(Locale.ROOT));
    }

    private static boolean isClitic(String text, int start, int index) {
        var rest = text.substring(index, Math.min(text.length(), index + LONGEST_WORD));
        var word = text.substring(Math.max(start, index - LONGEST_WORD), index).toLowerCase(Locale.ROOT);
        return CLITIC.matcher(rest).matches() && !word.equals("peut") && !word.contains("-") && word.length() > 0;
    }

    private static boolean isPartOfNumber(String text, int index) {
        var before = text.charAt(index - 1);
        var after = text.charAt(index);
        return Character.isDigit(before)
                        && ".,:/".indexOf(after) >= 0
                        && index + 1 < text.length()
                        && Character.isDigit(text.charAt(index + 1))
                || ".,:/".indexOf(before) >= 0
                        && Character.isDigit(after)
                        && index > 1
                        && Character.isDigit(text.charAt(index - 2));
    }

    private static boolean isPartOfAddress(String text, int index) {
        return index < text.length() - 1 && ADDRESS.matcher(text).matches();
    }

    private static boolean isPercentOrMoney(char c) {
        return c == '%' || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isMark(char c) {
        return ".!?…-".indexOf(c) >= 0;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c);
    }
}
