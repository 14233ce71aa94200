package org.dragoman.annotators.sentences;

import org.dragoman.annotators.linear.Features;

import java.util.Locale;

/** What a learned boundary looks at: the two chunks on either side of a gap, their punctuation, shapes and words, and the length so far. */
final class GapFeatures {
    private static final int LONGEST_SHAPE = 8;
    private static final int[] LENGTHS = {1, 2, 3, 4, 6, 9, 13, 18, 25, 40};

    private final Features features;
    private final Side first;
    private final Side previous;
    private final Side left;
    private final Side right;
    private final Side next;
    private final int rule;
    private final int length;

    private GapFeatures(Features features, Gap gap, Verdict verdict) {
        this.features = features;
        this.first = Side.of(gap.firstChunk());
        this.previous = Side.of(gap.previousChunk());
        this.left = Side.of(gap.leftChunk());
        this.right = Side.of(gap.rightChunk());
        this.next = Side.of(gap.nextChunk());
        this.rule = verdict.ordinal();
        this.length = bucket(gap.chunks());
    }

    /** Replaces the features by those of a gap. */
    static void fill(Features features, Gap gap, Verdict verdict) {
        features.clear();
        var of = new GapFeatures(features, gap, verdict);
        of.addMarks();
        of.addWords();
        of.addShapesAndLengths();
        of.addPairsOfWords();
        of.addNeighbours();
        of.addEdges();
        of.addShapesWithWords();
    }

    private void addMarks() {
        features.start(0).end();
        features.start(1).with(rule).end();
        features.start(2).with(rule).with(left.closing).with(right.kind).end();
        features.start(3).with(left.closing).with(right.opening).end();
        features.start(4).with(left.closing).with(right.shape).end();
    }

    private void addWords() {
        features.start(5).with(left.word).with(left.closing).end();
        features.start(6).with(left.word).with(right.kind).end();
        features.start(7).with(right.word).with(left.closing).end();
        features.start(8).with(right.word).with(left.kind).with(rule).end();
        features.start(9).with(right.chunk).with(rule).end();
    }

    private void addShapesAndLengths() {
        features.start(10).with(left.shape).with(left.closing).with(right.shape).end();
        features.start(11).with(left.closing).with(length).end();
        features.start(12).with(left.closing).with(length).with(right.kind).end();
    }

    private void addPairsOfWords() {
        features.start(13).with(previous.word).with(left.word).end();
        features.start(14).with(right.word).with(next.word).end();
        features.start(15).with(left.word).with(right.word).end();
    }

    private void addNeighbours() {
        features.start(16).with(right.shape).with(next.shape).with(left.closing).end();
        features.start(17)
                .with(previous.shape)
                .with(left.shape)
                .with(left.closing)
                .with(right.kind)
                .end();
        features.start(18).with(previous.closing).with(left.closing).end();
        features.start(19).with(previous.word).with(right.kind).end();
        features.start(20).with(next.word).with(left.closing).with(right.kind).end();
        features.start(21)
                .with(previous.kind)
                .with(left.kind)
                .with(right.kind)
                .with(next.kind)
                .with(rule)
                .end();
    }

    private void addEdges() {
        features.start(22)
                .with(Math.min(left.length, 6))
                .with(left.closing)
                .with(right.kind)
                .end();
        features.start(23)
                .with(next.chunk.isEmpty() ? 1 : 0)
                .with(left.closing)
                .with(right.kind)
                .end();
        features.start(24)
                .with(previous.chunk.isEmpty() ? 1 : 0)
                .with(length)
                .with(left.closing)
                .with(right.kind)
                .end();
        features.start(25)
                .with(first.chunk.toLowerCase(Locale.ROOT))
                .with(length)
                .with(right.kind)
                .end();
    }

    private void addShapesWithWords() {
        features.start(26).with(left.chunk).with(right.shape).end();
        features.start(27).with(left.shape).with(right.word).end();
        features.start(28).with(left.shape).with(length).with(right.kind).end();
    }

    private static int bucket(int length) {
        var bucket = 0;
        while (bucket < LENGTHS.length && length > LENGTHS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    /**
     * A chunk taken apart.
     *
     * @param chunk as it is
     * @param opening punctuation in front
     * @param closing punctuation at the end
     * @param word what is between them, in lower case, digits as 0
     * @param shape runs of letters, digits and other characters, a character for each
     * @param kind of the first letter or digit, or of the first character where there is none
     * @param length of the word
     */
    private record Side(
            String chunk, String opening, String closing, String word, String shape, char kind, int length) {
        private static final Side NONE = new Side("", "", "", "", "", '^', 0);

        static Side of(String chunk) {
            if (chunk.isEmpty()) {
                return NONE;
            }
            var start = 0;
            while (start < chunk.length() && !Character.isLetterOrDigit(chunk.charAt(start))) {
                start++;
            }
            var end = chunk.length();
            while (end > start && !Character.isLetterOrDigit(chunk.charAt(end - 1))) {
                end--;
            }
            var word = word(chunk, start, end);
            var opening = chunk.substring(0, start);
            var closing = chunk.substring(end);
            var kind = start < end ? kind(chunk.charAt(start)) : chunk.charAt(0);
            if (start == end) {
                closing = opening;
            }
            return new Side(chunk, opening, closing, word, shape(chunk), kind, end - start);
        }

        private static String word(String chunk, int start, int end) {
            var word = new StringBuilder(end - start);
            for (var i = start; i < end; i++) {
                var c = chunk.charAt(i);
                word.append(Character.isDigit(c) ? '0' : Character.toLowerCase(c));
            }
            return word.toString();
        }

        private static String shape(String chunk) {
            var shape = new StringBuilder();
            var last = '\0';
            for (var i = 0; i < chunk.length() && shape.length() < LONGEST_SHAPE; i++) {
                var kind = kind(chunk.charAt(i));
                if (kind != last) {
                    shape.append(kind);
                }
                last = kind;
            }
            return shape.toString();
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
    }
}
