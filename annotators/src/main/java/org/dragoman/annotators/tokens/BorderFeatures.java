package org.dragoman.annotators.tokens;

import org.dragoman.annotators.linear.Features;
import org.dragoman.annotators.tokens.TokenBorder.Piece;

/**
 * What a learned border looks at: the characters on either side, the token so far, the rest of the piece, and what kind of characters
 * there are. Everything is bounded, so a decision costs the same in every piece.
 */
final class BorderFeatures {
    private static final int LONGEST_PART = 20;
    private static final int LONGEST_SHAPE = 10;
    private static final char OUTSIDE = '^';

    private final Features features;
    private final String text;
    private final int start;
    private final int index;
    private final int end;
    private final int runStart;
    private final int runEnd;
    private final char left;
    private final char right;
    private final int follows;

    private BorderFeatures(Features features, Piece piece, int start, int index) {
        this.features = features;
        this.text = piece.text();
        this.start = start;
        this.index = index;
        this.end = text.length();
        this.runStart = runStart(text, index, start);
        this.runEnd = runEnd(text, index);
        this.left = kind(text, index - 1);
        this.right = kind(text, index);
        this.follows = piece.endsSentence() ? 0 : kind(piece.follows());
    }

    /** Whether the characters before and at {@code index} could ever belong to different tokens; most places are settled by that. */
    static boolean isCandidate(String text, int index) {
        var before = text.charAt(index - 1);
        var after = text.charAt(index);
        if (Character.isLetter(before) && Character.isLetter(after)) {
            return Character.isLowerCase(before) && Character.isUpperCase(after);
        }
        return !(Character.isDigit(before) && Character.isDigit(after));
    }

    /** Replaces the features by those of a place. */
    static void fill(Features features, Piece piece, int start, int index) {
        features.clear();
        var of = new BorderFeatures(features, piece, start, index);
        of.addKinds();
        of.addTexts();
        of.addShapes();
        of.addPlaces();
        of.addAddresses();
    }

    private void addKinds() {
        features.start(0).end();
        features.start(1).with(left).with(right).end();
        features.start(2).with(kind(text, index - 2)).with(left).with(right).end();
        features.start(3).with(left).with(right).with(kind(text, index + 1)).end();
        features.start(4)
                .with(kind(text, index - 2))
                .with(left)
                .with(right)
                .with(kind(text, index + 1))
                .end();
        features.start(5)
                .with(kind(text, index - 3))
                .with(kind(text, index - 2))
                .with(left)
                .with(right)
                .with(kind(text, index + 1))
                .with(kind(text, index + 2))
                .end();
    }

    private void addTexts() {
        lower(features.start(6), text, start, index).with(right).end();
        lower(features.start(7), text, index, end).with(left).end();
        lower(lower(features.start(8), text, start, index), text, index, end).end();
        lower(features.start(9), text, runStart, index).with(right).end();
        lower(features.start(10), text, index, runEnd).with(left).end();
        lower(lower(features.start(11), text, runStart, index), text, index, runEnd)
                .end();
    }

    private void addShapes() {
        shape(features.start(12), text, start, index).with(right).end();
        shape(features.start(13), text, index, end).with(left).end();
        shape(shape(features.start(14), text, 0, index), text, index, end).end();
    }

    private void addPlaces() {
        features.start(15)
                .with(left)
                .with(right)
                .with(follows)
                .with(Math.min(end - index, 4))
                .end();
        lower(features.start(16), text, start, index)
                .with(right)
                .with(follows)
                .with(end - index == 1 ? 1 : 0)
                .end();
        features.start(17)
                .with(left)
                .with(right)
                .with(Math.min(index - start, 4))
                .with(Math.min(end - index, 4))
                .end();
    }

    private void addAddresses() {
        features.start(18)
                .with(left)
                .with(right)
                .with(start == 0 ? 1 : 0)
                .with(mark(text))
                .end();
        shape(features.start(19), text, start, index)
                .with(right)
                .with(follows)
                .with(end - index == 1 ? 1 : 0)
                .end();
        lower(features.start(20), text, Math.max(0, index - 3), index)
                .with(right)
                .with(mark(text))
                .end();
        lower(features.start(21), text, index, Math.min(end, index + 4))
                .with(left)
                .with(mark(text))
                .end();
    }

    /** Marks of addresses and the like, in which little is cut. */
    private static int mark(String text) {
        var address = text.indexOf('@') > 0 ? 1 : 0;
        var link = text.contains("://") || text.regionMatches(true, 0, "www.", 0, 4) ? 2 : 0;
        return address + link + (text.indexOf('/') >= 0 ? 4 : 0) + (text.indexOf('.') >= 0 ? 8 : 0);
    }

    private static int runStart(String text, int index, int start) {
        var type = type(text.charAt(index - 1));
        var i = index - 1;
        while (i > start && type(text.charAt(i - 1)) == type) {
            i--;
        }
        return i;
    }

    private static int runEnd(String text, int index) {
        var type = type(text.charAt(index));
        var i = index + 1;
        while (i < text.length() && type(text.charAt(i)) == type) {
            i++;
        }
        return i;
    }

    /** The last characters of a stretch, in lower case. */
    private static Features lower(Features features, String text, int start, int end) {
        var from = Math.max(start, end - LONGEST_PART);
        for (var i = from; i < end; i++) {
            var c = text.charAt(i);
            features.with(Character.isDigit(c) ? '0' : Character.toLowerCase(c));
        }
        return features.with(from - start == 0 ? 0 : 1);
    }

    private static Features shape(Features features, String text, int start, int end) {
        var last = OUTSIDE;
        var length = 0;
        for (var i = start; i < end && length < LONGEST_SHAPE; i++) {
            var kind = kind(text.charAt(i));
            if (kind != last) {
                features.with(kind);
                length++;
            }
            last = kind;
        }
        return features.with(length);
    }

    private static char kind(String text, int index) {
        return index < 0 || index >= text.length() ? OUTSIDE : kind(text.charAt(index));
    }

    private static char kind(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? '0' : c;
    }

    private static int type(char c) {
        if (Character.isLetter(c)) {
            return 1;
        }
        return Character.isDigit(c) ? 2 : 3;
    }
}
