package org.dragoman.corpora.format;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.CorpusWriter;

import java.nio.file.Path;

/** Writes a corpus into one file, each item as some text of its own. */
final class TextWriter<T> implements CorpusWriter<T> {
    private final TextOutput out;
    private final Form<T> form;
    private final String end;
    private long number;
    private boolean isComplete;

    /** How an item is written. */
    @FunctionalInterface
    interface Form<T> {
        /**
         * The text of an item with the line feed behind it.
         *
         * @param number of the item, from 1
         */
        String of(T item, long number) throws UnholdableTextException;
    }

    TextWriter(Path file, Form<T> form) {
        this(file, "", form, "");
    }

    /**
     * Begins to write.
     *
     * @param start what stands before the items
     * @param end what stands behind them
     */
    TextWriter(Path file, String start, Form<T> form, String end) {
        this.out = new TextOutput(file);
        this.form = form;
        this.end = end;
        out.write(start);
    }

    @Override
    public void write(T item) {
        try {
            out.write(form.of(item, number + 1));
            number++;
        } catch (UnholdableTextException e) {
            throw new CorpusFormatException(out.name(), out.lineNumber(), e.getMessage());
        }
    }

    @Override
    public void complete() {
        if (!isComplete) {
            out.write(end);
            out.complete();
            isComplete = true;
        }
    }

    @Override
    public void finish() {
        complete();
        out.finish();
    }

    @Override
    public void close() {
        out.close();
    }
}
