package org.dragoman.nmt.sentencepiece;

import org.dragoman.nmt.sentencepiece.StoredPiece.Type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a text into the pieces whose probabilities have the largest product (Kudo 2018, arXiv 1804.10959, section 3.1), by the algorithm of
 * Viterbi over bytes.
 *
 * <p>Pieces and ties come out as in the C++ library, version 0.2, whose {@code EncodeOptimized} adds the score of a piece in double
 * precision and keeps the best sum in single precision; the sum with an unknown character is single throughout.
 */
final class UnigramSegmenter implements Segmenter {
    private static final float UNKNOWN_PENALTY = 10;

    private final PieceTable table;
    private final float unknownScore;
    private final float greatestScore;

    UnigramSegmenter(PieceTable table) {
        this.table = table;
        float least = Float.MAX_VALUE;
        float greatest = Float.MIN_NORMAL;
        for (var piece : table.pieces()) {
            if (piece.type() == Type.NORMAL) {
                least = Math.min(least, piece.score());
                greatest = Math.max(greatest, piece.score());
            }
        }
        unknownScore = least - UNKNOWN_PENALTY;
        greatestScore = greatest;
    }

    /** For each byte of a text the best way to get to it. */
    private static final class Paths {
        private final float[] scores;
        private final int[] starts;
        private final int[] ids;

        Paths(int length) {
            scores = new float[length + 1];
            starts = new int[length + 1];
            ids = new int[length + 1];
            Arrays.fill(starts, ByteTrie.NONE);
        }

        void offer(int start, int end, int id, double score) {
            if (starts[end] == ByteTrie.NONE || score > scores[end]) {
                scores[end] = (float) score;
                starts[end] = start;
                ids[end] = id;
            }
        }

        List<Part> best() {
            var parts = new ArrayList<Part>();
            for (int end = scores.length - 1; end > 0; end = starts[end]) {
                parts.add(new Part(starts[end], end, ids[end]));
            }
            Collections.reverse(parts);
            return parts;
        }
    }

    @Override
    public List<Part> segment(Utf8Text text) {
        var paths = new Paths(text.length());
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = Math.min(text.length(), start + Utf8.lengthByFirst(text.bytes()[start]));
            if (!offerPieces(text, start, end, paths)) {
                paths.offer(start, end, table.unknown(), unknownScore + paths.scores[start]);
            }
        }
        return paths.best();
    }

    /** Offers all pieces that start somewhere. Returns whether one of them ends where the character does. */
    private boolean offerPieces(Utf8Text text, int start, int characterEnd, Paths paths) {
        var trie = table.texts();
        boolean hasCharacter = false;
        int node = ByteTrie.ROOT;
        for (int end = start + 1; end <= text.length(); end++) {
            node = trie.child(node, text.bytes()[end - 1]);
            if (node == ByteTrie.NONE) {
                break;
            }
            int id = trie.number(node);
            if (id != ByteTrie.NONE && table.type(id) != Type.UNUSED) {
                paths.offer(start, end, id, score(id, end - start) + paths.scores[start]);
                hasCharacter |= end == characterEnd;
            }
        }
        return hasCharacter;
    }

    /** The scores of pieces are logarithms, far below 0; a user-defined piece gets about -0.1 instead, so that it's always taken. */
    private double score(int id, int length) {
        return table.type(id) == Type.USER_DEFINED ? length * greatestScore - 0.1 : table.score(id);
    }
}
