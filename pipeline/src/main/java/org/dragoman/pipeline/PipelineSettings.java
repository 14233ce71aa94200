package org.dragoman.pipeline;

import org.dragoman.pipeline.settings.Settings;

/**
 * How a {@link Pipeline} runs over a stream.
 *
 * @param batchSize documents that a step gets at once, at least 1
 * @param threads batches that are worked on at once, at least 1; at most twice as many are in memory, and one that is being
 *     handed out
 * @param maxTextLength longest text accepted, in UTF-16 units, at least 1; a longer one fails, so that one huge document does not
 *     take the memory of all
 * @param stopOnFailure whether the stream of results throws at the first document that fails instead of going on
 */
public record PipelineSettings(int batchSize, int threads, int maxTextLength, boolean stopOnFailure) {
    /** Batches of 32, all cores, texts of up to 10 million characters, and failures do not stop the run. */
    public static final PipelineSettings DEFAULT =
            new PipelineSettings(32, Runtime.getRuntime().availableProcessors(), 10_000_000, false);

    public PipelineSettings {
        Checks.check(batchSize >= 1, "batchSize", "at least 1", batchSize);
        Checks.check(threads >= 1, "threads", "at least 1", threads);
        Checks.check(maxTextLength >= 1, "maxTextLength", "at least 1", maxTextLength);
    }

    /** Reads the keys {@code batchSize}, {@code threads}, {@code maxTextLength} and {@code stopOnFailure}, all optional. */
    public static PipelineSettings from(Settings settings) {
        return new PipelineSettings(
                settings.integer("batchSize").atLeast(1).or(DEFAULT.batchSize),
                settings.integer("threads").atLeast(1).or(DEFAULT.threads),
                settings.integer("maxTextLength").atLeast(1).or(DEFAULT.maxTextLength),
                settings.flag("stopOnFailure").or(DEFAULT.stopOnFailure));
    }

    public PipelineSettings withBatchSize(int newBatchSize) {
        return new PipelineSettings(newBatchSize, threads, maxTextLength, stopOnFailure);
    }

    public PipelineSettings withThreads(int newThreads) {
        return new PipelineSettings(batchSize, newThreads, maxTextLength, stopOnFailure);
    }

    public PipelineSettings withMaxTextLength(int newMaxTextLength) {
        return new PipelineSettings(batchSize, threads, newMaxTextLength, stopOnFailure);
    }

    public PipelineSettings withStopOnFailure(boolean newStopOnFailure) {
        return new PipelineSettings(batchSize, threads, maxTextLength, newStopOnFailure);
    }
}
