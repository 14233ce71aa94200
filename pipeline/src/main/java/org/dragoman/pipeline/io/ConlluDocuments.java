package org.dragoman.pipeline.io;

import org.dragoman.pipeline.Document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Cuts lines into sentences and sentences into documents. */
final class ConlluDocuments implements Iterator<Document> {
    private final String source;
    private final BufferedReader reader;
    private int lineNumber;
    private int documentNumber;
    private Optional<ParsedSentence> next;

    ConlluDocuments(String source, BufferedReader reader) {
        this.source = source;
        this.reader = reader;
        this.next = Optional.empty();
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = readSentence();
        }
        return next.isPresent();
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more documents in " + source);
        }
        documentNumber++;
        var first = next.orElseThrow();
        var document = new ConlluDocumentBuilder();
        do {
            document.add(next.orElseThrow());
            next = readSentence();
        } while (next.isPresent() && !next.get().startsDocument());
        return document.build(first.documentId().orElseGet(this::idFromSource));
    }

    private String idFromSource() {
        var name = source.substring(1 + Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')));
        return documentNumber == 1 ? name : name + "-" + documentNumber;
    }

    /** The next sentence, or nothing at the end of the file. */
    private Optional<ParsedSentence> readSentence() {
        List<ConlluLine> lines = new ArrayList<>();
        for (var line = readLine(); line != null; line = readLine()) {
            if (!line.isBlank()) {
                lines.add(new ConlluLine(source, lineNumber, line));
            } else if (!lines.isEmpty()) {
                break;
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(ConlluSentenceParser.parse(lines));
    }

    private String readLine() {
        try {
            lineNumber++;
            return reader.readLine();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException("cannot read " + source + ": it is not UTF-8; convert it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source + " after line " + (lineNumber - 1), e);
        }
    }
}
