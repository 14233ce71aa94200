package org.dragoman.cli;

/** Ends a command with one message on the standard error and exit code 1. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
