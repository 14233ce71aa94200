package org.dragoman.nmt.documents;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/** A file that was read, with the runs that are not yet handed out. Not thread safe. */
final class OpenFile {
    private final InputFile file;
    private final String text;
    private final Optional<String> failure;
    private Iterator<Run> runs;

    private OpenFile(InputFile file, String text, Iterator<Run> runs, Optional<String> failure) {
        this.file = file;
        this.text = text;
        this.runs = runs;
        this.failure = failure;
    }

    /** Reads a file; what goes wrong is kept as its failure. */
    static OpenFile read(InputFile file) {
        try {
            var text = StrictUtf8.decode(Files.readAllBytes(file.path()), 1);
            return new OpenFile(file, text, file.format().runs(text).iterator(), Optional.empty());
        } catch (AccessDeniedException e) {
            return failed(file, "cannot read it: permission denied");
        } catch (IOException e) {
            return failed(file, "cannot read it: " + e.getMessage());
        } catch (StackOverflowError e) {
            return failed(file, "its " + file.format().name() + " is nested too deeply");
        } catch (OutOfMemoryError e) {
            return failed(
                    file,
                    "it is too large for the memory, with " + file.bytes()
                            + " bytes; split it, or give Java more with -Xmx");
        }
    }

    private static OpenFile failed(InputFile file, String reason) {
        return new OpenFile(file, "", Collections.emptyIterator(), Optional.of(reason));
    }

    InputFile file() {
        return file;
    }

    String text() {
        return text;
    }

    /** Why it could not be read. */
    Optional<String> failure() {
        return failure;
    }

    /** Where runs come from. */
    Iterator<Run> runs() {
        return runs;
    }

    /** Hands out no more runs, as the file has failed. */
    void abandon() {
        runs = Collections.emptyIterator();
    }

    /** Number of the line with this offset, from 1. */
    long line(int offset) {
        return 1
                + text.chars()
                        .limit(offset)
                        .filter(character -> character == '\n')
                        .count();
    }
}
