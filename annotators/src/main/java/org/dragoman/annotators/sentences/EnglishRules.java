package org.dragoman.annotators.sentences;

import java.util.regex.Pattern;

/**
 * Rules about how English is written: abbreviations, initials, brackets, numbered lists, ellipses. Each looks at the chunks around the gap
 * only.
 */
final class EnglishRules implements BoundaryRules {
    private static final String CLOSERS = "(?:[\"'”’»)\\]}*_]|\\[\\d{1,3}\\])*";
    private static final Pattern ENDED = Pattern.compile("(?<mark>[.!?…])" + CLOSERS + "$");
    private static final Pattern FULL_STOP =
            Pattern.compile("^[^\\p{L}\\p{N}]*+(?<word>\\S*[\\p{L}\\p{N}°])\\." + CLOSERS + "$");
    private static final Pattern SMILEY_OR_NOTE = Pattern.compile("[:;=]['-]?[()DPp/|]+|\\[\\d{1,3}\\]");
    private static final Pattern CONTINUATION = Pattern.compile("[,;.!?…)\\]}%].*|" + SMILEY_OR_NOTE.pattern());
    private static final Pattern WORDS_LEFT_OUT = Pattern.compile("[\\[(](?:\\.\\.\\.|…)[\\])]" + CLOSERS);
    private static final String MARKS = ".!?…";
    private static final String BULLETS = "•‣⁃▪◦";
    private static final Pattern OPENERS = Pattern.compile("^[\"'“‘«(\\[{*_]+");
    private static final String FOUR_DOTS = ". . . .";

    @Override
    public Verdict verdict(Gap gap) {
        return verdict(gap, gap.leftChunk(), gap.rightChunk());
    }

    private static Verdict verdict(Gap gap, String left, String right) {
        if (startsItem(gap, right) || endsAfterItsMark(gap, left)) {
            return Verdict.ENDS;
        }
        if (!hasMark(left)) {
            return Verdict.UNMARKED;
        }
        if (CONTINUATION.matcher(right).matches()
                || isListMarker(gap, left)
                || WORDS_LEFT_OUT.matcher(left).matches()) {
            return Verdict.GOES_ON;
        }
        var start = OPENERS.matcher(right).replaceFirst("");
        if (EnglishAbbreviations.isNameWithMark(left) && !EnglishAbbreviations.isSentenceStarter(start)) {
            return Verdict.GOES_ON;
        }
        var mark = ENDED.matcher(left);
        if (isLowerCase(start) && (!mark.find() || mark.end("mark") < left.length())) {
            return Verdict.GOES_ON;
        }
        if (left.equals(".")) {
            return isSpacedEllipsis(gap) ? Verdict.GOES_ON : Verdict.OPEN;
        }
        var word = FULL_STOP.matcher(left);
        return word.find() ? afterFullStop(word.group("word"), start) : Verdict.OPEN;
    }

    private static boolean startsItem(Gap gap, String right) {
        return isBullet(right) || ListMarker.isNext(gap.firstChunk(), right);
    }

    /** A smiley or the number of a note after the full stop belongs to the sentence before it. */
    private static boolean endsAfterItsMark(Gap gap, String left) {
        return SMILEY_OR_NOTE.matcher(left).matches()
                && ENDED.matcher(gap.previousChunk()).find();
    }

    private static boolean isListMarker(Gap gap, String left) {
        return ListMarker.is(left) && (gap.isAfterFirstChunk() || isBullet(gap.previousChunk()));
    }

    /** Three dots stand for words left out; a fourth is the full stop. */
    private static boolean isSpacedEllipsis(Gap gap) {
        var end = gap.left().end();
        var before = gap.text().substring(Math.max(0, end - FOUR_DOTS.length()), end);
        return before.endsWith(". . .") && !before.equals(FOUR_DOTS);
    }

    private static Verdict afterFullStop(String word, String start) {
        return switch (EnglishAbbreviations.kindOf(word)) {
            case NONE -> Verdict.OPEN;
            case BEFORE_NAME -> Verdict.GOES_ON;
            case BEFORE_NUMBER -> startsWithDigit(start) ? Verdict.GOES_ON : Verdict.OPEN;
            case INITIAL -> EnglishAbbreviations.isSentenceStarter(start) ? Verdict.ENDS : Verdict.GOES_ON;
            case ANYWHERE -> afterAbbreviation(start);
        };
    }

    private static Verdict afterAbbreviation(String start) {
        if (EnglishAbbreviations.isSentenceStarter(start)) {
            return Verdict.ENDS;
        }
        return isUpperCase(start) ? Verdict.OPEN : Verdict.GOES_ON;
    }

    private static boolean hasMark(String chunk) {
        return chunk.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }

    private static boolean isBullet(String chunk) {
        return !chunk.isEmpty() && BULLETS.indexOf(chunk.charAt(0)) >= 0;
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.codePointAt(0));
    }

    private static boolean isLowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    private static boolean isUpperCase(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
    }
}
