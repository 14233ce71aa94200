package org.dragoman.nmt.search;

/** What becomes of hypotheses that reach the greatest length without an end marker. */
public enum LengthLimit {
    /** They are cut off, and rank behind all that ended. */
    CUT_OFF,
    /** They count as ended, and rank with the others by their scores. */
    COUNTED,
    /** There are none: at the last position the end marker is certain. */
    FORCED_END
}
