package org.dragoman.nmt.documents;

import java.util.List;

/**
 * What became of all files of a folder.
 *
 * @param files one report for each file that isn't hidden, in the order of their paths
 * @param hidden hidden files and folders that were left out
 * @param seconds how long it took
 */
public record TranslationReport(List<FileReport> files, int hidden, double seconds) {
    public TranslationReport {
        files = List.copyOf(files);
    }

    /** Number of files with this status. */
    public long count(FileReport.Status status) {
        return files.stream().filter(file -> file.status() == status).count();
    }

    /** Sentences translated in all files. */
    public long sentences() {
        return files.stream().mapToLong(FileReport::sentences).sum();
    }

    /** Sentences whose translation came out empty. */
    public long lost() {
        return files.stream().mapToLong(FileReport::lost).sum();
    }

    /** Sentences translated a second; 0 if there were none. */
    public double sentencesPerSecond() {
        return seconds > 0 ? sentences() / seconds : 0;
    }

    /** Whether no file failed and no sentence came out empty; skipped files are no loss. */
    public boolean isComplete() {
        return count(FileReport.Status.FAILED) == 0 && lost() == 0;
    }
}
