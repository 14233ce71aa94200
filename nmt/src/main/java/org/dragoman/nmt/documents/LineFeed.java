package org.dragoman.nmt.documents;

import org.dragoman.pipeline.Document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The lines of a stream as documents. It has a next one as long as a line can be had without waiting; what was read is
 * remembered in order until it is taken, lines without text too. Not thread safe.
 */
final class LineFeed implements Iterator<Document> {
    /**
     * A line that was read.
     *
     * @param number from 1
     * @param text with its end
     * @param run what is to be translated of it
     */
    record Line(long number, String text, Optional<Run> run) {}

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position; // of the next byte in the buffer
    private int end; // of what the buffer holds; -1 at the end of the stream

    private final Deque<Line> read = new ArrayDeque<>();
    private Optional<Document> next = Optional.empty();
    private long number; // lines read
    private boolean mayWait;

    LineFeed(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Waits for a line, if none is there; false at the end of the stream. */
    boolean resume() {
        mayWait = true;
        return !isAtEnd();
    }

    /** Takes the first line that was read. */
    Line take() {
        return read.remove();
    }

    /** Whether the first line that was read has nothing to translate. */
    boolean startsWithoutText() {
        return !read.isEmpty() && read.element().run().isEmpty();
    }

    /** Lines read. */
    long number() {
        return number;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next.isEmpty() && (mayWait || isReady()) && !isAtEnd()) {
                mayWait = false;
                readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
        return next.isPresent();
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no line of " + name + " is ready");
        }
        var document = next.orElseThrow();
        next = Optional.empty();
        return document;
    }

    private void readLine() throws IOException {
        var bytes = nextBytes();
        if (bytes.length == 0) {
            return;
        }
        number++;
        var text = StrictUtf8.decode(bytes, number);
        var line = new Line(number, text, Run.in(text, 0, text.length()));
        read.add(line);
        next = line.run().map(run -> Document.of(name + "#" + line.number(), run.text()));
    }

    /** The next line with its end; nothing at the end of the stream. */
    private byte[] nextBytes() throws IOException {
        var line = new ByteArrayOutputStream();
        while (position < end || fill()) {
            var from = position;
            while (position < end) {
                if (buffer[position++] == '\n') {
                    line.write(buffer, from, position - from);
                    return line.toByteArray();
                }
            }
            line.write(buffer, from, position - from);
        }
        return line.toByteArray();
    }

    private boolean isReady() throws IOException {
        return position < end || in.available() > 0;
    }

    private boolean isAtEnd() {
        return end < 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = in.read(buffer);
        return end > 0;
    }
}
