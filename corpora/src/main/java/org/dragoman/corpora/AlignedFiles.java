package org.dragoman.corpora;

import java.nio.file.Path;

/** Two files whose lines with the same number are translations of each other. */
record AlignedFiles(Path source, Path target) implements ParallelCorpus {

    @Override
    public PairReader open() {
        var sourceLines = Lines.open(source);
        try {
            return new Reader(sourceLines, Lines.open(target));
        } catch (RuntimeException e) {
            sourceLines.close();
            throw e;
        }
    }

    private record Reader(Lines source, Lines target) implements PairReader {

        @Override
        public boolean hasNext() {
            if (source.hasNext() && !target.hasNext()) {
                throw unequal(source, target);
            }
            if (target.hasNext() && !source.hasNext()) {
                throw unequal(target, source);
            }
            return source.hasNext();
        }

        @Override
        public SentencePair next() {
            hasNext();
            return new SentencePair(source.next().text(), target.next().text());
        }

        @Override
        public long lineNumber() {
            return source.number();
        }

        @Override
        public void close() {
            try (source;
                    target) {
                // closes both, even where the first fails
            }
        }

        private static CorpusFormatException unequal(Lines longer, Lines shorter) {
            var partnerless = longer.next().number();
            while (longer.hasNext()) {
                longer.next();
            }
            var problem = "no line to pair with: " + longer.name() + " has " + longer.number() + " lines, but "
                    + shorter.name() + " has " + shorter.number() + "; aligned files need the same number";
            return new CorpusFormatException(longer.name(), partnerless, problem);
        }
    }
}
