package org.dragoman.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes; always UTF-8, whatever the platform's locale.
 *
 * @param in standard input
 * @param out results
 * @param err everything that is not a result: messages, progress, summaries
 * @param isTerminal whether a person sees {@code err}, so that progress may be drawn on it
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean isTerminal) {
    private static final int BUFFER = 1 << 16;

    /** The console of this process; the launcher knows better than Java whether it is a terminal. */
    static Console system() {
        var terminal = System.getProperty("dragoman.terminal", Boolean.toString(System.console() != null));
        return new Console(
                System.in,
                stream(FileDescriptor.out, BUFFER),
                stream(FileDescriptor.err, 1 << 10),
                Boolean.parseBoolean(terminal));
    }

    private static PrintStream stream(FileDescriptor descriptor, int buffer) {
        var file = new java.io.BufferedOutputStream(new FileOutputStream(descriptor), buffer);
        return new PrintStream(file, descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
    }
}
