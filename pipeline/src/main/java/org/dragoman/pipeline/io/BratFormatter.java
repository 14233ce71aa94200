package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what {@link Brat} describes. */
final class BratFormatter {
    /** What ends a line or a column for brat, which is written in Python: str.splitlines knows more line ends than Java. */
    private static final Pattern BREAK = Pattern.compile("[\t\n\u000b\f\r\u001c-\u001e\u0085\u2028\u2029]+");

    private static final Pattern NOT_IN_TYPE = Pattern.compile("[^A-Za-z0-9_-]");

    private final Document document;
    private final CodePoints codePoints;
    private final StringBuilder out = new StringBuilder();

    BratFormatter(Document document) {
        this.document = document;
        this.codePoints = new CodePoints(document.text());
    }

    String format() {
        var entities = document.get(Layers.ENTITIES);
        var notes = document.find(Brat.NOTES);
        var noted = 0;
        for (var i = 0; i < entities.size(); i++) {
            entity(i, entities.get(i));
            var index = i;
            var note = notes.map(list -> list.get(index)).orElse("");
            if (!note.isBlank()) {
                noted++;
                out.append("#" + noted + "\tAnnotatorNotes T" + (i + 1) + "\t" + oneLine(note) + "\n");
            }
        }
        return out.toString();
    }

    private void entity(int index, Entity entity) {
        var pieces = pieces(entity.span());
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("document '" + document.id() + "': entity " + index + " " + entity.span()
                    + " has no text but line ends and tabs, which brat can't hold");
        }
        var places = pieces.stream()
                .map(piece -> codePoints.at(piece.start()) + " " + codePoints.from(piece.end()))
                .collect(Collectors.joining(";"));
        var texts = pieces.stream().map(this::text).collect(Collectors.joining(" "));
        var type = NOT_IN_TYPE.matcher(entity.type()).replaceAll("_");
        out.append("T" + (index + 1) + "\t" + type + " " + places + "\t" + texts + "\n");
    }

    /** The stretches between line ends. */
    private List<Span> pieces(Span span) {
        var pieces = new ArrayList<Span>();
        var start = span.start();
        var breaks = BREAK.matcher(document.text()).region(span.start(), span.end());
        while (breaks.find()) {
            if (start < breaks.start()) {
                pieces.add(new Span(start, breaks.start()));
            }
            start = breaks.end();
        }
        if (start < span.end()) {
            pieces.add(new Span(start, span.end()));
        }
        return pieces;
    }

    /** The text of a stretch, with both halves of a surrogate pair that it cuts, as the offsets have it. */
    private String text(Span piece) {
        return document.text()
                .substring(
                        codePoints.unit(codePoints.at(piece.start())), codePoints.unit(codePoints.from(piece.end())));
    }

    /** Whether the pieces before and after this belong together. */
    static boolean isGap(String text) {
        return BREAK.matcher(text).replaceAll("").isBlank();
    }

    private static String oneLine(String note) {
        return BREAK.matcher(note).replaceAll(" ").strip();
    }
}
