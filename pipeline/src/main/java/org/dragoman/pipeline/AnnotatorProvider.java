package org.dragoman.pipeline;

import org.dragoman.pipeline.settings.Settings;

/**
 * Makes annotators that a pipeline file can name. Providers are found by {@link java.util.ServiceLoader}: put the class name into
 * {@code META-INF/services/org.dragoman.pipeline.AnnotatorProvider} of your jar.
 */
public interface AnnotatorProvider {
    /** What a pipeline file calls the annotator, such as {@code stems}; no two providers may have the same. */
    String name();

    /**
     * Makes an annotator. Ask {@code settings} for every key first and build afterwards, so that all faults of a file are
     * reported together; a key that is not asked for is reported as unknown.
     *
     * @param settings the keys beside the annotator's name
     * @throws IllegalArgumentException if the settings are wrong in a way that {@code settings} can't tell
     * @throws java.io.UncheckedIOException if a model cannot be read
     */
    Annotator create(Settings settings);
}
