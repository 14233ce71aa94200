package org.dragoman.nmt.sentencepiece;

import java.util.List;

/** Cuts a normalised text into pieces. Thread safe. */
interface Segmenter {
    /**
     * A part of a text.
     *
     * @param from its first byte
     * @param to the byte after its last
     * @param id its number in the {@link PieceTable}; that of the unknown piece for a character that has no piece
     */
    record Part(int from, int to, int id) {}

    /** Returns parts in their order, which together are the text. */
    List<Part> segment(Utf8Text text);
}
