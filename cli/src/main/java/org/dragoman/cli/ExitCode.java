package org.dragoman.cli;

/** What a command says to the program that called it. */
final class ExitCode {
    /** All was done. */
    static final int DONE = 0;

    /** Something failed or was lost. */
    static final int LOST = 1;

    /** The command line, or a file of settings that it names, is wrong; nothing was done. */
    static final int USAGE = 2;

    private ExitCode() {}

    static int of(boolean isComplete) {
        return isComplete ? DONE : LOST;
    }
}
