package org.dragoman.nmt.text;

import org.dragoman.pipeline.Span;

/**
 * One subword of a sentence.
 *
 * @param text what a {@link Vocabulary} numbers, with the marks by which {@link Subwords#join} finds the spaces; not empty
 * @param span the characters of the sentence that the piece stands for; empty where it stands for a mark only
 */
public record Piece(String text, Span span) {
    public Piece {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a piece at " + span + " has no text");
        }
    }
}
