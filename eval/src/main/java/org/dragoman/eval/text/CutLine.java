package org.dragoman.eval.text;

import org.dragoman.corpora.text.WhiteSpace;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A line and the places at which it is cut into tokens.
 *
 * <p>The mteval scripts put spaces around tokens by substitutions, one after the other, and then split at white space. Here a cut stands
 * for such a space: each substitution is a method, its pattern sees a cut as the space that it is, goes from left to right, and matches no
 * character twice. Only marks, a few characters of a line, are ever set apart, so only they are looked at.
 */
final class CutLine {
    private static final int NONE = -1;

    private final String text;
    private final boolean[] cuts; // before each UTF-16 unit, and at the end
    private int[] marks = new int[16]; // where they start
    private int markCount;

    /**
     * A line without cuts.
     *
     * @param isMark holds at least for those code points that a substitution is to set apart
     */
    CutLine(String text, IntPredicate isMark) {
        this.text = text;
        cuts = new boolean[text.length() + 1];
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (isMark.test(c)) {
                addMark(i);
            }
            i += Character.charCount(c);
        }
    }

    private void addMark(int start) {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, 2 * markCount);
        }
        marks[markCount++] = start;
    }

    /** {@code s/^(.*)$/ $1 /} */
    void cutEnds() {
        cuts[0] = true;
        cuts[text.length()] = true;
    }

    /** {@code s/(mark)/ $1 /g} */
    void cutAround(IntPredicate isToken) {
        for (var k = 0; k < markCount; k++) {
            if (isToken.test(text.codePointAt(marks[k]))) {
                cutAround(marks[k]);
            }
        }
    }

    /** {@code s/(before)(mark)/$1 $2 /g} */
    void cutAroundAfter(IntPredicate before, IntPredicate isToken) {
        var afterMatch = NONE; // where the last match ends, if no space follows that could begin the next
        for (var k = 0; k < markCount; k++) {
            var start = marks[k];
            var end = end(start);
            if (start != afterMatch && isToken.test(text.codePointAt(start)) && test(before, codePointBefore(start))) {
                afterMatch = cuts[end] ? NONE : end;
                cutAround(start);
            }
        }
    }

    /** {@code s/(mark)(after)/ $1 $2/g} */
    void cutAroundBefore(IntPredicate isToken, IntPredicate after) {
        var matched = NONE; // the character that the last match ends with, if it is not a space
        for (var k = 0; k < markCount; k++) {
            var start = marks[k];
            var end = end(start);
            if (start != matched && isToken.test(text.codePointAt(start)) && test(after, codePointAfter(end))) {
                matched = cuts[end] ? NONE : end;
                cutAround(start);
            }
        }
    }

    /** {@code s/word(?= )/ word/g}, where the first character of the word is a mark and no cut is in it. */
    void cutBefore(String word) {
        for (var k = 0; k < markCount; k++) {
            if (text.startsWith(word, marks[k]) && codePointAfter(marks[k] + word.length()) == ' ') {
                cuts[marks[k]] = true;
            }
        }
    }

    /** The stretches between cuts and white space, none of them empty. */
    List<String> tokens() {
        return WhiteSpace.split(text, cuts);
    }

    private void cutAround(int start) {
        cuts[start] = true;
        cuts[end(start)] = true;
    }

    private int end(int start) {
        return start + Character.charCount(text.codePointAt(start));
    }

    private int codePointBefore(int end) {
        if (cuts[end]) {
            return ' ';
        }
        return end > 0 ? text.codePointBefore(end) : NONE;
    }

    private int codePointAfter(int start) {
        if (cuts[start]) {
            return ' ';
        }
        return start < text.length() ? text.codePointAt(start) : NONE;
    }

    private static boolean test(IntPredicate predicate, int codePoint) {
        return codePoint != NONE && predicate.test(codePoint);
    }
}
