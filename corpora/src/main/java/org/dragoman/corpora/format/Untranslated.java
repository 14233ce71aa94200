package org.dragoman.corpora.format;

/** What a reader does with a unit of XLIFF that has no target, or an empty one beside a source with text. */
public enum Untranslated {
    /** Passed over, and counted by {@link org.dragoman.corpora.PairReader#dropped}. */
    DROP,
    /** A pair with an empty target. */
    KEEP
}
