package org.dragoman.nmt.sentencepiece;

/** What is wrong inside a model's file; whoever knows the name of the file adds it. */
final class DamagedModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    DamagedModelException(String fault) {
        super(fault);
    }

    DamagedModelException(String fault, Throwable cause) {
        super(fault, cause);
    }
}
