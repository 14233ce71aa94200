package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.Lines;

import java.util.List;

/** Lines cut at each TAB. */
record TabSeparatedRows(Lines lines) implements CorpusReader<List<String>> {

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public List<String> next() {
        return List.of(lines.next().text().split("\t", -1));
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
