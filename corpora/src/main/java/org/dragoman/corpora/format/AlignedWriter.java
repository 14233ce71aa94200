package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusWriter;
import org.dragoman.corpora.SentencePair;

import java.nio.file.Path;

/** Writes two files whose lines with the same number are translations of each other. */
final class AlignedWriter implements CorpusWriter<SentencePair> {
    private final TextOutput source;
    private final TextOutput target;

    AlignedWriter(Path source, Path target) {
        if (source.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("source and target must go to two files, got " + source + " for both");
        }
        this.source = new TextOutput(source);
        try {
            this.target = new TextOutput(target);
        } catch (RuntimeException e) {
            this.source.close();
            throw e;
        }
    }

    @Override
    public void write(SentencePair pair) {
        var sourceLine = line(source, "the source", pair.source());
        var targetLine = line(target, "the target", pair.target());
        source.write(sourceLine);
        target.write(targetLine);
    }

    private static String line(TextOutput out, String what, String text) {
        try {
            return TextLimit.LINE.checked(what, text) + "\n";
        } catch (UnholdableTextException e) {
            throw new CorpusFormatException(out.name(), out.lineNumber(), e.getMessage());
        }
    }

    @Override
    public void complete() {
        source.complete();
        target.complete();
    }

    @Override
    public void finish() {
        complete();
        source.finish();
        target.finish();
    }

    @Override
    public void close() {
        try (source;
                target) {
            // closes both, even where the first fails
        }
    }
}
