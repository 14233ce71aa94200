package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.PairReader;
import org.dragoman.corpora.SentencePair;

/** Any reader of pairs as a {@link PairReader}. */
record PairReaderOf(CorpusReader<SentencePair> pairs) implements PairReader {

    @Override
    public boolean hasNext() {
        return pairs.hasNext();
    }

    @Override
    public SentencePair next() {
        return pairs.next();
    }

    @Override
    public long lineNumber() {
        return pairs.lineNumber();
    }

    @Override
    public long dropped() {
        return pairs.dropped();
    }

    @Override
    public void close() {
        pairs.close();
    }
}
