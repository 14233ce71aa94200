package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what {@link Brat} describes; for one file. */
final class BratParser {
    private static final Pattern LINE = Pattern.compile("\r?\n");
    private static final Pattern PLACE = Pattern.compile("([^ ]+) (\\d{1,9} \\d{1,9}(?:;\\d{1,9} \\d{1,9})*)");
    private static final Pattern NOTE = Pattern.compile("AnnotatorNotes (T\\S+)");
    private static final String KINDS_PASSED_OVER = "REAMN*#";

    private final String text;
    private final String source;
    private final CodePoints codePoints;
    private final Map<String, Entity> entities = new LinkedHashMap<>(); // by id
    private final Map<String, String> notes = new LinkedHashMap<>(); // by the id of the entity
    private int number; // of the line, from 1
    private String line = "";

    BratParser(String text, String source) {
        this.text = text;
        this.source = source;
        this.codePoints = new CodePoints(text);
    }

    BratParser parse(String annotations) {
        for (var next : LINE.split(annotations)) {
            number++;
            line = next;
            if (!line.isBlank()) {
                line();
            }
        }
        return this;
    }

    Document addTo(Document document) {
        var ids = new ArrayList<>(entities.keySet());
        ids.sort(Comparator.comparing(id -> entities.get(id).span()));
        var annotated =
                document.with(Layers.ENTITIES, ids.stream().map(entities::get).toList());
        return notes.isEmpty()
                ? annotated
                : annotated.with(
                        Brat.NOTES,
                        ids.stream().map(id -> notes.getOrDefault(id, "")).toList());
    }

    private void line() {
        var columns = line.split("\t", 3);
        if (line.startsWith("T")) {
            entity(columns);
        } else if (line.startsWith("#") && columns.length > 1) {
            note(columns);
        } else if (KINDS_PASSED_OVER.indexOf(line.charAt(0)) < 0) {
            throw wrong("an annotation begins with T, R, E, A, M, N, * or #, got ");
        }
    }

    private void entity(String[] columns) {
        var place = PLACE.matcher(columns.length == 3 ? columns[1] : "");
        if (!place.matches()) {
            throw wrong("an entity needs an id, a type with offsets, and its text, with tabs between, such as"
                    + " \"T1\tPER 0 3\tTom\", got ");
        }
        if (entities.put(columns[0], new Entity(span(place.group(2), columns[2]), place.group(1))) != null) {
            throw wrong("there are two annotations " + columns[0] + ", the second is ");
        }
    }

    /** From the start of the first piece to the end of the last, if they are what the line says and nothing is between them. */
    private Span span(String places, String expected) {
        var end = -1;
        var start = 0;
        var found = new StringBuilder();
        for (var place : places.split(";")) {
            var piece = piece(place);
            if (end < 0) {
                start = piece.start();
            } else if (piece.start() < end || !BratFormatter.isGap(text.substring(end, piece.start()))) {
                throw wrong("an entity is one stretch of text, and between these pieces is more than white space: ");
            } else {
                found.append(' ');
            }
            found.append(piece.textIn(text));
            end = piece.end();
        }
        if (!found.toString().equals(expected)) {
            throw wrong("the text has \"" + found + "\" there; are text and annotations of the same version? Got ");
        }
        return new Span(start, end);
    }

    private Span piece(String place) {
        var space = place.indexOf(' ');
        var start = Integer.parseInt(place.substring(0, space));
        var end = Integer.parseInt(place.substring(space + 1));
        if (start >= end || end > codePoints.count()) {
            throw wrong("offsets must be in order and inside the text, which has " + codePoints.count()
                    + " code points, got ");
        }
        return new Span(codePoints.unit(start), codePoints.unit(end));
    }

    private void note(String[] columns) {
        var note = NOTE.matcher(columns[1]);
        if (!note.matches()) {
            return; // a note about something else, or of another kind
        }
        if (columns.length < 3 || !entities.containsKey(note.group(1))) {
            throw wrong("a note needs its text, and an entity that stands before it, got ");
        }
        notes.merge(note.group(1), columns[2], (first, second) -> first + " " + second);
    }

    private IllegalArgumentException wrong(String fault) {
        return new IllegalArgumentException(source + ":" + number + ": " + fault + "\"" + line + "\"");
    }
}
