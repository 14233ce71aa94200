package org.dragoman.corpora;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file could be read, but a line of it is not what its format asks for. The message starts with {@code file:line:}. */
public class CorpusFormatException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final long line;
    private final String problem;

    /**
     * An error in one line.
     *
     * @param source name of the file as the caller gave it
     * @param line number of the line, from 1
     * @param problem what is wrong, what was expected and what to do
     */
    public CorpusFormatException(String source, long line, String problem) {
        super(source + ":" + line + ": " + problem, new IOException(problem));
        this.source = source;
        this.line = line;
        this.problem = problem;
    }

    /** Name of the file as the caller gave it. */
    public final String source() {
        return source;
    }

    /** Number of the line, from 1. */
    public final long line() {
        return line;
    }

    /** The message without its place. */
    public final String problem() {
        return problem;
    }
}
