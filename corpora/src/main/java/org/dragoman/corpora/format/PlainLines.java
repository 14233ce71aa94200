package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusReader;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.Lines;

import java.nio.file.Path;

/** Text in one language, a sentence a line: read and written by the rules of {@link CorpusFormat}. */
public final class PlainLines {
    private PlainLines() {}

    /** Starts to read; the caller closes the result. */
    public static CorpusReader<String> open(Path file) {
        return new Reader(Lines.open(file));
    }

    /** Starts to write; the caller closes the result. A text with a line feed in it, or a carriage return at its end, is refused. */
    public static CorpusWriter<String> writer(Path file) {
        return new TextWriter<>(file, (line, number) -> TextLimit.LINE.checked("the line", line) + "\n");
    }

    private record Reader(Lines lines) implements CorpusReader<String> {

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public String next() {
            return lines.next().text();
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
}
