package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Span;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/**
 * Elements around stretches of a text. Those that overlap without one being inside the other are cut, so that elements nest. Each line of
 * the text is a block, as only a block can have a direction of its own, and elements are cut at its end.
 */
final class Markup {
    private static final Pattern LINE = Pattern.compile(".*?(?:\r\n|[\n\r]|$)", Pattern.DOTALL);
    private static final int LINE_DEPTH = -1;
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
        var lines = lines();
        lines.forEach(line -> waiting.add(new Piece(line, LINE_DEPTH, "<div dir=\"auto\">", "", "</div>", "")));
        pieces.forEach(piece -> addCut(piece, lines, waiting));
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

    private List<Span> lines() {
        return LINE.matcher(text)
                .results()
                .filter(line -> line.start() < line.end())
                .map(line -> new Span(line.start(), line.end()))
                .toList();
    }

    /** Cuts an element at the line ends inside it. */
    private static void addCut(Piece piece, List<Span> lines, PriorityQueue<Piece> waiting) {
        var rest = piece;
        for (var i = lineOf(piece.span().start(), lines);
                lines.get(i).end() < rest.span().end();
                i++) {
            waiting.add(rest.before(lines.get(i).end()));
            rest = rest.after(lines.get(i).end());
        }
        waiting.add(rest);
    }

    private static int lineOf(int offset, List<Span> lines) {
        var first = 0;
        var last = lines.size() - 1;
        while (first < last) {
            var middle = (first + last) / 2;
            if (lines.get(middle).end() <= offset) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first;
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
