package org.dragoman.annotators.text;

import org.dragoman.pipeline.Span;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The stretches of a text between white space, one after the other. Each UTF-16 unit is looked at once. */
public final class Chunks implements Iterator<Span> {
    private final CharSequence text;
    private final int end;
    private int position;

    /** The chunks of the whole text. */
    public Chunks(CharSequence text) {
        this(text, new Span(0, text.length()));
    }

    /** The chunks inside {@code within}, whose ends cut a chunk that goes on beyond them. */
    public Chunks(CharSequence text, Span within) {
        this.text = text;
        this.end = within.end();
        this.position = within.start();
        skipWhiteSpace();
    }

    @Override
    public boolean hasNext() {
        return position < end;
    }

    @Override
    public Span next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no chunk after offset " + position);
        }
        var start = position;
        while (position < end && !WhiteSpace.is(text.charAt(position))) {
            position++;
        }
        var chunk = new Span(start, position);
        skipWhiteSpace();
        return chunk;
    }

    private void skipWhiteSpace() {
        while (position < end && WhiteSpace.is(text.charAt(position))) {
            position++;
        }
    }
}
