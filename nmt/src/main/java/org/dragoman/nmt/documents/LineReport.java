package org.dragoman.nmt.documents;

/**
 * What became of a stream of lines.
 *
 * @param lines lines read and written
 * @param failed lines that were written as they came because they could not be translated
 * @param sentences sentences translated
 * @param lost sentences whose translation came out empty
 * @param seconds how long it took
 */
public record LineReport(long lines, long failed, long sentences, long lost, double seconds) {
    /** Whether every line was translated and no sentence came out empty. */
    public boolean isComplete() {
        return failed == 0 && lost == 0;
    }
}
