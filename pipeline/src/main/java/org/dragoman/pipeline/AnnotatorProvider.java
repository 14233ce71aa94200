package org.dragoman.pipeline;

import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes annotators that a pipeline file can name. Providers are found by {@link java.util.ServiceLoader}: put the class name into
 * {@code META-INF/services/org.dragoman.pipeline.AnnotatorProvider} of your jar.
 */
public interface AnnotatorProvider {
    /** What a pipeline file calls the annotator, such as {@code stems}; no two providers may have the same. */
    String name();

    /**
     * The layers that the annotator needs as it comes, said without loading a model. A pipeline that is described by its layers
     * adds the annotators that give them.
     */
    default Set<Layer<?>> requires() {
        return Set.of();
    }

    /**
     * The layers that the annotator gives as it comes, said without loading a model; none, the default, for one that can't be made
     * without settings, which a pipeline then has to name. {@link #create} must be able to make it from no settings, or from
     * {@code {"language": "de"}} alone where there are {@link #languages}.
     */
    default Set<Layer<?>> provides() {
        return Set.of();
    }

    /**
     * The values that the setting {@code language} may have, BCP 47 tags as a rule; none, the default, for an annotator that has no
     * such setting and takes any text.
     */
    default Set<String> languages() {
        return Set.of();
    }

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
