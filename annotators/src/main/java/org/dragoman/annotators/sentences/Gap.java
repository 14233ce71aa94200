package org.dragoman.annotators.sentences;

import org.dragoman.pipeline.Span;

/**
 * White space between two chunks of text, with what is around it. Chunks are cut to a bounded length, on the side away from the
 * gap, so that a decision costs the same in every text.
 *
 * @param text the whole text
 * @param first the chunk that begins the sentence that may end here
 * @param previous the chunk before {@code left} in the same paragraph or line, empty if there is none
 * @param left the chunk before the gap
 * @param right the chunk after the gap
 * @param next the chunk after {@code right} in the same paragraph or line, empty if there is none
 * @param chunks how many chunks the sentence has so far, {@code left} counted
 */
record Gap(String text, Span first, Span previous, Span left, Span right, Span next, int chunks) {
    private static final int LONGEST_CHUNK = 100;

    String firstChunk() {
        return firstOf(first);
    }

    String previousChunk() {
        return lastOf(previous);
    }

    String leftChunk() {
        return lastOf(left);
    }

    String rightChunk() {
        return firstOf(right);
    }

    String nextChunk() {
        return firstOf(next);
    }

    /** Whether the chunk before the gap is all of its sentence so far. */
    boolean isAfterFirstChunk() {
        return first.equals(left);
    }

    private String firstOf(Span span) {
        return text.substring(span.start(), Math.min(span.end(), span.start() + LONGEST_CHUNK));
    }

    private String lastOf(Span span) {
        return text.substring(Math.max(span.start(), span.end() - LONGEST_CHUNK), span.end());
    }
}
