package org.dragoman.eval.text;

/**
 * Two neighbouring stretches of words change places.
 *
 * @param first where the first stretch starts
 * @param middle where it ends and the second starts
 * @param last where the second ends
 */
record Shift(int first, int middle, int last) {

    /** Nothing moves. */
    static final Shift IDLE = new Shift(0, 0, 0);

    /**
     * The shift of a phrase to a target, as Tercom has it. A target within the phrase, or at its end, moves it by the distance between its
     * start and the target; one behind it moves its end there. The phrase doesn't go past the end of the sequence.
     *
     * @param start where the phrase starts
     * @param length words of the phrase
     * @param target the place before which it is to stand
     * @param size words of the sequence
     */
    static Shift of(int start, int length, int target, int size) {
        var end = start + length;
        if (target < start) {
            return new Shift(target, start, end);
        }
        return new Shift(start, end, target > end ? target : Math.min(end + target - start, size));
    }

    /** Whether nothing moves. */
    boolean isIdle() {
        return first == middle || middle == last;
    }

    /** The words after the shift. */
    int[] apply(int[] words) {
        var shifted = words.clone();
        System.arraycopy(words, middle, shifted, first, last - middle);
        System.arraycopy(words, first, shifted, first + last - middle, middle - first);
        return shifted;
    }
}
