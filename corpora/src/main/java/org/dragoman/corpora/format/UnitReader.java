package org.dragoman.corpora.format;

import org.dragoman.corpora.PairReader;
import org.dragoman.corpora.SentencePair;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;

/** Reads the pairs of an XML file unit by unit; a unit may give several pairs, one or none. */
abstract class UnitReader implements PairReader {
    private final XmlReader xml;
    private final ArrayDeque<NumberedPair> ready = new ArrayDeque<>();
    private boolean isAtEnd;
    private long lineNumber;
    private long dropped;

    private record NumberedPair(long line, SentencePair pair) {}

    UnitReader(XmlReader xml) {
        this.xml = xml;
    }

    /** Reads on after the start of an element, whichever it is, outside of any unit; may leave it unread. */
    abstract void element(XmlReader xml);

    /** Called at the end of the file. */
    abstract void end(XmlReader xml);

    final void add(long line, SentencePair pair) {
        ready.add(new NumberedPair(line, pair));
    }

    final void drop() {
        dropped++;
    }

    @Override
    public final boolean hasNext() {
        while (ready.isEmpty() && !isAtEnd) {
            if (!xml.advance()) {
                isAtEnd = true;
                end(xml);
            } else if (xml.isStart()) {
                element(xml);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public final SentencePair next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no pair is left in " + xml.name());
        }
        var next = ready.remove();
        lineNumber = next.line();
        return next.pair();
    }

    @Override
    public final long lineNumber() {
        return lineNumber;
    }

    @Override
    public final long dropped() {
        return dropped;
    }

    @Override
    public final void close() {
        xml.close();
    }
}
