package org.dragoman.annotators.sentences;

/** Decides whether a sentence ends at a gap. Safe for use by many threads. */
@FunctionalInterface
interface Boundary {
    boolean isAt(Gap gap);
}
