package org.dragoman.nmt.train;

import org.dragoman.corpora.Lines;
import org.dragoman.corpora.PairReader;
import org.dragoman.corpora.SentencePair;

/** The lines of a text as targets of empty sources. */
record TextReader(Lines lines) implements PairReader {

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public SentencePair next() {
        return new SentencePair("", lines.next().text());
    }

    @Override
    public long lineNumber() {
        return lines.number();
    }

    @Override
    public void close() {
        lines.close();
    }
}
