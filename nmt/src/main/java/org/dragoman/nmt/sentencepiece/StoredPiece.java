package org.dragoman.nmt.sentencepiece;

/**
 * One entry of a model's vocabulary; its place in the list is its number in the model.
 *
 * @param text the piece, with U+2581 for a space; not empty
 * @param score logarithm of its probability in a unigram model; minus its rank among the merges in a BPE model; finite
 * @param type what it is for
 */
public record StoredPiece(String text, float score, Type type) {
    /** What a piece is for. */
    public enum Type {
        /** A piece of text. */
        NORMAL,
        /** Stands for what no piece has. */
        UNKNOWN,
        /** A mark that no text gives and that has no text, such as {@code </s>}. */
        CONTROL,
        /** A piece of text that is never cut nor part of another. */
        USER_DEFINED,
        /** A piece that is not to be used. */
        UNUSED,
        /** One byte of a character that no piece has, such as {@code <0xE2>}. */
        BYTE;

        /** Whether text is cut into pieces of this type. */
        boolean isText() {
            return this == NORMAL || this == USER_DEFINED || this == UNUSED;
        }
    }

    /** Refuses what no model may have. */
    public StoredPiece {
        if (text.isEmpty()) {
            throw new DamagedModelException("a piece has no text");
        }
        if (!Float.isFinite(score)) {
            throw new DamagedModelException("the piece '" + text + "' has the score " + score);
        }
    }
}
