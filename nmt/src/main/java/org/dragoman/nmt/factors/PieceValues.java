package org.dragoman.nmt.factors;

/** The values of a factor in one document. */
@FunctionalInterface
public interface PieceValues {

    /** The value of a piece that belongs to no token, or to one that has none. */
    String NONE = "";

    /**
     * Returns the value of a piece.
     *
     * @param tokens for each piece of a sequence the index of its token in the document, -1 for none
     * @param piece index into {@code tokens}
     */
    String value(int[] tokens, int piece);
}
