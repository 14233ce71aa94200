package org.dragoman.cli;

import org.dragoman.pipeline.Document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** The documents of several sources, one after the other; a source that can't be read is told, and the next one follows. */
final class InputDocuments implements Iterator<Document>, AutoCloseable {
    private final Iterator<InputSource> sources;
    private final InputFormat format;
    private final Console console;
    private final Deque<InputSource> handedOut = new ArrayDeque<>();
    private final Set<InputSource> broken = new HashSet<>();
    private InputSource source; // null before the first
    private InputStream in = InputStream.nullInputStream();
    private Iterator<Document> documents = List.<Document>of().iterator();
    private Document next; // null if it has to be read, or there is none
    private int failures;

    InputDocuments(List<InputSource> sources, InputFormat format, Console console) {
        this.sources = sources.iterator();
        this.format = format;
        this.console = console;
    }

    /** The source of the document that was handed out the longest ago and not asked for since. */
    InputSource sourceOfNextResult() {
        return handedOut.remove();
    }

    /** Whether a source could not be read to its end. */
    boolean isBroken(InputSource which) {
        return broken.contains(which);
    }

    /** How many things failed so far. */
    int failures() {
        return failures;
    }

    /** Tells that something failed. */
    void fail(String message) {
        console.err().println("dragoman: " + message);
        failures++;
    }

    /** The document that comes next, without taking it. */
    Document peek() {
        if (!hasNext()) {
            throw new NoSuchElementException("no document is left");
        }
        return next;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (source != null && !broken.contains(source) || sources.hasNext())) {
            try {
                if (documents.hasNext()) {
                    next = documents.next();
                } else if (sources.hasNext()) {
                    open(sources.next());
                } else {
                    return false;
                }
            } catch (NoSuchFileException e) {
                breakOff("there is no file " + source.place());
            } catch (IOException e) {
                breakOff("cannot read " + source.place() + ": " + e.getMessage());
            } catch (UncheckedIOException e) {
                breakOff(
                        e.getCause() instanceof CharacterCodingException
                                ? "cannot read " + source.place() + ": it is not UTF-8; convert it"
                                : e.getMessage());
            } catch (IllegalArgumentException e) { // which names file and line
                breakOff(e.getMessage());
            }
        }
        return next != null;
    }

    @Override
    public Document next() {
        var document = peek();
        next = null;
        handedOut.add(source);
        return document;
    }

    private void open(InputSource which) throws IOException {
        close();
        source = which;
        in = which.file().isPresent() ? Files.newInputStream(which.file().get()) : console.in();
        documents = format.read(which, in).iterator();
    }

    private void breakOff(String message) {
        fail(message);
        broken.add(source);
        documents = List.<Document>of().iterator();
    }

    @Override
    public void close() {
        try {
            if (in != console.in()) {
                in.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + source.place(), e);
        }
    }
}
