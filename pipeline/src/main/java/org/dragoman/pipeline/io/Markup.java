package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Span;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Elements around stretches of a text. Those that overlap without one being inside the other are cut, so that elements nest.
 */
final class Markup {
    private static final Comparator<Piece> OUTER_FIRST =
            Comparator.comparing(Piece::span).thenComparing(Piece::depth);

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    Markup(String text) {
        this.text = text;
    }

    /**
     * Puts an element around a stretch.
     *
     * @param depth of two elements around the same stretch, the one with the smaller number is outside
     * @param begin the tag that opens it
     * @param again the tag that opens a further piece of it
     * @param end what closes its last piece; the others are closed by {@code cut}
     */
    void add(Span span, int depth, String begin, String again, String end, String cut) {
        pieces.add(new Piece(span, depth, begin, again, end, cut));
    }

    private record Piece(Span span, int depth, String begin, String again, String end, String cut) {
        Piece before(int offset) {
            return new Piece(new Span(span.start(), offset), depth, begin, again, cut, cut);
        }

        Piece after(int offset) {
            return new Piece(new Span(offset, span.end()), depth, again, again, end, cut);
        }
    }

    String write() {
        var out = new StringBuilder();
        var waiting = new PriorityQueue<>(OUTER_FIRST);
        waiting.addAll(pieces);
        Deque<Piece> open = new ArrayDeque<>();
        var at = 0;
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            at = close(open, next.span().start(), at, out);
            if (!open.isEmpty() && open.peek().span().end() < next.span().end()) {
                var border = open.peek().span().end();
                waiting.add(next.after(border));
                next = next.before(border);
            }
            at = text(at, next.span().start(), out);
            out.append(next.begin());
            open.push(next);
        }
        at = close(open, text.length(), at, out);
        text(at, text.length(), out);
        return out.toString();
    }

    /** Closes what ends before an offset, and returns how far the text is written. */
    private int close(Deque<Piece> open, int before, int written, StringBuilder out) {
        var at = written;
        while (!open.isEmpty() && open.peek().span().end() <= before) {
            at = text(at, open.peek().span().end(), out);
            out.append(open.pop().end());
        }
        return at;
    }

    private int text(int from, int to, StringBuilder out) {
        out.append(Html.text(text.substring(from, to)));
        return to;
    }
}
