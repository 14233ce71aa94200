package org.dragoman.nmt.translate;

import org.dragoman.nmt.text.LanguageCode;
import org.dragoman.nmt.text.Piece;
import org.dragoman.nmt.text.Subwords;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a sentence that is translated at once: mostly the whole sentence.
 *
 * @param pieces whose spans point into the document
 * @param isClosed whether the last piece is a full stop that the document doesn't have
 */
record Segment(List<Piece> pieces, boolean isClosed) {

    /** What closes a sentence. */
    static final String STOP = ".";

    /**
     * Cuts a sentence into parts of at most {@code maximum} pieces, where possible after punctuation, else between words. A language
     * code in front of the sentence comes in front of each part.
     */
    static List<Segment> cut(String document, List<Piece> pieces, int maximum) {
        var code = LanguageCode.leading(pieces);
        return cutRest(document, pieces.subList(code, pieces.size()), maximum - code).stream()
                .map(segment -> segment.behind(pieces.subList(0, code)))
                .toList();
    }

    private Segment behind(List<Piece> first) {
        return new Segment(Stream.concat(first.stream(), pieces.stream()).toList(), isClosed);
    }

    private static List<Segment> cutRest(String document, List<Piece> pieces, int maximum) {
        var segments = new ArrayList<Segment>();
        var from = 0;
        while (pieces.size() - from > maximum) {
            var to = end(document, pieces, from, from + maximum);
            segments.add(new Segment(pieces.subList(from, to), false));
            from = to;
        }
        segments.add(new Segment(pieces.subList(from, pieces.size()), false));
        return segments;
    }

    /** Whether the segment ends in a word or number, and so without an end mark. */
    boolean isFragment(String document) {
        if (pieces.isEmpty()) {
            return false;
        }
        var end = pieces.get(pieces.size() - 1).span().end();
        return end > 0 && Character.isLetterOrDigit(document.codePointBefore(end));
    }

    /** The same segment with a full stop at its end; its last piece lies nowhere in the document. */
    Segment closed(Subwords subwords, String document) {
        var start = pieces.get(0).span().start();
        var end = pieces.get(pieces.size() - 1).span().end();
        var withStop = subwords.split(document.substring(start, end) + STOP).stream()
                .map(piece -> new Piece(piece.text(), inside(piece.span().shift(start), end)))
                .toList();
        return new Segment(withStop, true);
    }

    private static Span inside(Span span, int end) {
        return new Span(Math.min(span.start(), end), Math.min(span.end(), end));
    }

    /** The best place to cut in the second half of the allowed part. */
    private static int end(String document, List<Piece> pieces, int from, int limit) {
        var middle = (from + limit) / 2;
        var betweenWords = limit;
        for (var end = limit; end > middle; end--) {
            if (isGap(pieces, end)) {
                if (endsClause(document, pieces.get(end - 1))) {
                    return end;
                }
                betweenWords = betweenWords == limit && !isGap(pieces, limit) ? end : betweenWords;
            }
        }
        return betweenWords;
    }

    private static boolean isGap(List<Piece> pieces, int end) {
        return pieces.get(end - 1).span().end() < pieces.get(end).span().start();
    }

    private static boolean endsClause(String document, Piece piece) {
        return ",;:.!?".indexOf(document.charAt(piece.span().end() - 1)) >= 0;
    }
}
