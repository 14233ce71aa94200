package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

/**
 * One token of a sentence, as a {@link Pretokenizer} writes it.
 *
 * @param text the token with its marks and escapes; not empty
 * @param span where the token lies in the sentence, without marks
 * @param lead number of characters of {@code text} that come before those of the sentence: a joiner on the left
 */
record Token(String text, Span span, int lead) {
    /** Where the characters {@code from} to {@code to} of {@link #text} lie in the sentence; empty if they are marks only. */
    Span part(int from, int to) {
        return new Span(inSentence(from), inSentence(to));
    }

    private int inSentence(int offset) {
        return Math.max(span.start(), Math.min(span.end(), span.start() + offset - lead));
    }
}
