package org.dragoman.annotators.training;

import org.dragoman.pipeline.settings.Settings;

/**
 * Reads the settings of one kind of training. Providers are found by {@link java.util.ServiceLoader}: put the class name into {@code
 * META-INF/services/org.dragoman.annotators.training.TrainingProvider} of your jar.
 */
public interface TrainingProvider {
    /** What a training file calls the task, such as {@code pos}; no two providers may have the same. */
    String task();

    /**
     * Reads the keys beside {@code task}. Ask for every key first, so that all faults of a file are reported together.
     *
     * @throws IllegalArgumentException if the settings are wrong in a way that {@code settings} can't tell
     */
    Training create(Settings settings);
}
