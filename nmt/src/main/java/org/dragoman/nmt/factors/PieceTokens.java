package org.dragoman.nmt.factors;

import org.dragoman.nmt.text.Piece;
import org.dragoman.pipeline.Span;

import java.util.List;

/** Finds the tokens that pieces are parts of. */
final class PieceTokens {

    private PieceTokens() {}

    /**
     * Returns for each piece the index of the first token that it has a character of; for a piece without characters, that of the token
     * it stands in or in front of. It is -1 where there is none.
     */
    static int[] of(List<Piece> pieces, List<Span> tokens) {
        return pieces.stream().mapToInt(piece -> of(piece.span(), tokens)).toArray();
    }

    private static int of(Span piece, List<Span> tokens) {
        var token = firstEndingAfter(tokens, piece.start());
        var end = Math.max(piece.end(), piece.start() + 1);
        return token < tokens.size() && tokens.get(token).start() < end ? token : -1;
    }

    /** Index of the first token that ends behind a place in the text; the number of tokens if none does. */
    static int firstEndingAfter(List<Span> tokens, int place) {
        var low = 0;
        var high = tokens.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
