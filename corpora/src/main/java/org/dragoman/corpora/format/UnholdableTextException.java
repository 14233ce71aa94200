package org.dragoman.corpora.format;

/** A format can't hold a text. The message says what it can't hold and what to do; who knows the place adds it. */
final class UnholdableTextException extends Exception {
    private static final long serialVersionUID = 1L;

    UnholdableTextException(String problem) {
        super(problem);
    }
}
