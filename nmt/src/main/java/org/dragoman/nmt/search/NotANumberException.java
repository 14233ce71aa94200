package org.dragoman.nmt.search;

/** Says that a model's output can't be searched, since it isn't made of numbers. */
public final class NotANumberException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NotANumberException(String message) {
        super(message);
    }
}
