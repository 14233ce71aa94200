package org.dragoman.nmt.sentencepiece;

import org.dragoman.nmt.sentencepiece.StoredPiece.Type;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * The pieces of a model by number and by text. Thread safe.
 *
 * <p>A text may be both a piece of text and one that stands for something else, as {@code <s>} may; by its text alone, the latter is found.
 */
final class PieceTable {
    private final List<StoredPiece> pieces;
    private final ByteTrie texts = new ByteTrie();
    private final ByteTrie marks = new ByteTrie();
    private final ByteTrie userDefined = new ByteTrie();
    private final BitSet bytes = new BitSet(ByteNames.COUNT);
    private int unknown = ByteTrie.NONE;

    /** @throws DamagedModelException if pieces are missing or contradict each other */
    PieceTable(List<StoredPiece> pieces, boolean byteFallback) {
        this.pieces = pieces;
        for (int id = 0; id < pieces.size(); id++) {
            add(pieces.get(id), id);
        }
        if (unknown == ByteTrie.NONE) {
            throw new DamagedModelException("none of its " + pieces.size() + " pieces is the unknown one");
        }
        if (bytes.cardinality() != (byteFallback ? ByteNames.COUNT : 0)) {
            throw new DamagedModelException("it has pieces for " + bytes.cardinality() + " of 256 bytes, but does "
                    + (byteFallback ? "" : "not ") + "fall back to bytes");
        }
    }

    private void add(StoredPiece piece, int id) {
        byte[] text = piece.text().getBytes(StandardCharsets.UTF_8);
        if (!(piece.type().isText() ? texts : marks).put(text, id)) {
            throw new DamagedModelException("the piece '" + piece.text() + "' is there twice");
        }
        switch (piece.type()) {
            case UNKNOWN -> setUnknown(id);
            case USER_DEFINED -> userDefined.put(text, id);
            case BYTE -> bytes.set(value(piece.text()));
            default -> {}
        }
    }

    private void setUnknown(int id) {
        if (unknown != ByteTrie.NONE) {
            throw new DamagedModelException(
                    "it has two unknown pieces, '" + text(unknown) + "' and '" + text(id) + "'");
        }
        unknown = id;
    }

    private static int value(String piece) {
        int value = ByteNames.valueOf(piece);
        if (value < 0) {
            throw new DamagedModelException("the piece '" + piece + "' is of type byte; it should look like <0x3F>");
        }
        return value;
    }

    /** The pieces of text. */
    ByteTrie texts() {
        return texts;
    }

    /** The pieces of text that are never cut nor joined. */
    ByteTrie userDefined() {
        return userDefined;
    }

    List<StoredPiece> pieces() {
        return pieces;
    }

    String text(int id) {
        return pieces.get(id).text();
    }

    float score(int id) {
        return pieces.get(id).score();
    }

    Type type(int id) {
        return pieces.get(id).type();
    }

    /** The number of the unknown piece. */
    int unknown() {
        return unknown;
    }

    /** Returns the number of a piece, that of the unknown one if there is no such piece. */
    int id(byte[] text, int from, int to) {
        int mark = marks.find(text, from, to);
        int id = mark == ByteTrie.NONE ? texts.find(text, from, to) : mark;
        return id == ByteTrie.NONE ? unknown : id;
    }

    int id(String piece) {
        byte[] text = piece.getBytes(StandardCharsets.UTF_8);
        return id(text, 0, text.length);
    }
}
