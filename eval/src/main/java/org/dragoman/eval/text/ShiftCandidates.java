package org.dragoman.eval.text;

import java.util.Arrays;

/**
 * The shifts that Tercom looks at. A phrase of up to {@value #MAX_LENGTH} words may move if the reference has it at most
 * {@value #MAX_DISTANCE} words from there, if each text has a wrong word in it, and if it isn't aligned to itself. It may move to before and
 * behind each word that the reference's phrase is aligned to.
 *
 * <p>Of shifts that are as good, one is preferred to those behind it: the longest phrase, then the first one, then the first target.
 */
final class ShiftCandidates {

    /** How many shifts may be looked at in a segment with one reference; one that is found twice counts twice. */
    static final int MAX_CHECKED = 1000;

    private static final int MAX_LENGTH = 10;
    private static final int MAX_DISTANCE = 50;
    private static final int POSITION_BITS = 28;
    private static final int POSITION_MASK = (1 << POSITION_BITS) - 1;

    private final int[] hypothesis;
    private final int[] reference;
    private final EditAlignment alignment;
    private final int limit;
    private long[] packed =
            new long[32]; // length, start and target as one number: to sort these is to sort by preference
    private int size;
    private int checked;

    private ShiftCandidates(EditMatrix matrix, int limit) {
        hypothesis = matrix.hypothesis();
        reference = matrix.reference();
        alignment = matrix.alignment();
        this.limit = limit;
    }

    /**
     * The shifts of a hypothesis.
     *
     * @param positions of the reference's words
     * @param limit how many may be looked at; no more are collected when there are as many
     */
    static ShiftCandidates of(EditMatrix matrix, WordPositions positions, int limit) {
        var candidates = new ShiftCandidates(matrix, limit);
        candidates.collect(positions);
        Arrays.sort(candidates.packed, 0, candidates.size);
        return candidates;
    }

    /** How many there are, without such as move nothing. */
    int size() {
        return size;
    }

    /** How many there are, with such as move nothing. */
    int checked() {
        return checked;
    }

    /** The one at {@code index}, which moves something. */
    Shift get(int index) {
        var length = MAX_LENGTH - (int) (packed[index] >>> 2 * POSITION_BITS);
        var start = (int) (packed[index] >>> POSITION_BITS) & POSITION_MASK;
        var target = (int) packed[index] & POSITION_MASK;
        return Shift.of(start, length, target, hypothesis.length);
    }

    private void collect(WordPositions positions) {
        for (var start = 0; start < hypothesis.length; start++) {
            for (var j = positions.first(hypothesis[start]); j != WordPositions.NONE; j = positions.next(j)) {
                if (Math.abs(j - start) <= MAX_DISTANCE) {
                    addPhrases(start, j);
                }
                if (checked >= limit) {
                    return;
                }
            }
        }
    }

    /** Shifts of phrases that start at a word, to where the reference has them. */
    private void addPhrases(int start, int referenceStart) {
        var longest = longestCommon(start, referenceStart);
        var read = alignment.wordsRead(
                referenceStart + 1); // the word aligned to the reference's first is the last of these
        var hypothesisIsWrong = false;
        var referenceIsWrong = false;
        for (var length = 1; length <= longest; length++) {
            hypothesisIsWrong |= alignment.isHypothesisWrong(start + length - 1);
            referenceIsWrong |= alignment.isReferenceWrong(referenceStart + length - 1);
            var isAlignedToItself = start < read && read <= start + length;
            if (hypothesisIsWrong && referenceIsWrong && !isAlignedToItself) {
                addTargets(start, length, referenceStart);
            }
        }
    }

    private int longestCommon(int start, int referenceStart) {
        var most = Math.min(MAX_LENGTH, Math.min(hypothesis.length - start, reference.length - referenceStart));
        var length = 1;
        while (length < most && hypothesis[start + length] == reference[referenceStart + length]) {
            length++;
        }
        return length;
    }

    private void addTargets(int start, int length, int referenceStart) {
        var previous = WordPositions.NONE;
        for (var j = referenceStart; j <= referenceStart + length; j++) {
            var target = alignment.wordsRead(j);
            if (target != previous) {
                add(start, length, target);
                previous = target;
            }
        }
    }

    private void add(int start, int length, int target) {
        checked++;
        if (Shift.of(start, length, target, hypothesis.length).isIdle()) {
            return;
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] = ((long) MAX_LENGTH - length << POSITION_BITS | start) << POSITION_BITS | target;
    }
}
