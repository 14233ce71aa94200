package org.dragoman.nmt.documents;

import java.nio.file.Path;

/**
 * What became of one file.
 *
 * @param file its path inside the input folder, or its name where the input is one file
 * @param status what was done with it
 * @param reason why it was skipped or failed; empty for the others
 * @param sentences sentences translated; 0 if it was skipped or failed
 * @param lost sentences whose translation came out empty; part of {@code sentences}
 */
public record FileReport(Path file, Status status, String reason, long sentences, long lost) {
    /** What was done with a file. */
    public enum Status {
        /** Its translation was written. */
        TRANSLATED,
        /** It has nothing to translate and was written as it is. */
        EMPTY,
        /** It is of no kind that is translated; nothing was written. */
        SKIPPED,
        /** Something went wrong; nothing was written, and an older output file is as it was. */
        FAILED
    }

    static FileReport skipped(Path file, String reason) {
        return new FileReport(file, Status.SKIPPED, reason, 0, 0);
    }

    static FileReport failed(Path file, String reason) {
        return new FileReport(file, Status.FAILED, reason, 0, 0);
    }
}
