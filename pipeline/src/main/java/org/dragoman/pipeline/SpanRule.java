package org.dragoman.pipeline;

import java.util.List;
import java.util.function.Function;

/** Spans lie inside the text, are not empty and are in order; they overlap only where that is allowed. */
record SpanRule<E>(Function<E, Span> span, boolean mayOverlap) implements Layer.Rule<List<E>> {
    @Override
    public List<E> fit(Document document, List<E> values) {
        var length = document.text().length();
        var previous = new Span(0, 0);
        for (var i = 0; i < values.size(); i++) {
            var current = span.apply(values.get(i));
            checkInside(current, i, length);
            checkOrder(previous, current, i);
            previous = current;
        }
        return List.copyOf(values);
    }

    private static void checkInside(Span span, int index, int length) {
        if (span.isEmpty()) {
            throw new IllegalArgumentException("span " + index + " " + span + " is empty");
        }
        if (span.end() > length) {
            throw new IllegalArgumentException(
                    "span " + index + " " + span + " ends after the text, which has " + length + " characters");
        }
    }

    private void checkOrder(Span previous, Span current, int index) {
        var inOrder =
                mayOverlap ? previous.isEmpty() || previous.compareTo(current) <= 0 : previous.end() <= current.start();
        if (!inOrder) {
            throw new IllegalArgumentException("span " + index + " " + current
                    + (mayOverlap ? " must come before " : " starts before the end of ") + "span " + (index - 1) + " "
                    + previous);
        }
    }
}
