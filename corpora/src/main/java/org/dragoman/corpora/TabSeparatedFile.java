package org.dragoman.corpora;

import java.nio.file.Path;

/** A file with source, TAB and target on each line. */
record TabSeparatedFile(Path file) implements ParallelCorpus {
    private static final int LONGEST_EXCERPT = 60; // UTF-16 units

    @Override
    public PairReader open() {
        return new Reader(Lines.open(file));
    }

    private record Reader(Lines lines) implements PairReader {

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public SentencePair next() {
            var line = lines.next();
            var text = line.text();
            var tab = text.indexOf('\t');
            if (tab < 0) {
                var problem = "a line needs a source, a TAB and a target, got no TAB: \"" + excerpt(text) + "\"";
                throw new CorpusFormatException(lines.name(), line.number(), problem);
            }
            var secondTab = text.indexOf('\t', tab + 1);
            return new SentencePair(
                    text.substring(0, tab), text.substring(tab + 1, secondTab < 0 ? text.length() : secondTab));
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

    private static String excerpt(String text) {
        if (text.length() <= LONGEST_EXCERPT) {
            return text;
        }
        var splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_EXCERPT - 1));
        return text.substring(0, splitsPair ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT) + "...";
    }
}
