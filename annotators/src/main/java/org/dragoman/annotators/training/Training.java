package org.dragoman.annotators.training;

import java.nio.file.Path;

/**
 * A model to be trained: its settings are read and checked, its data not yet.
 *
 * <p>Not safe for use by several threads.
 */
public interface Training {
    /** Folder that the model and its record are written to. */
    Path output();

    /**
     * Trains, evaluates, and writes the model and its {@link ModelRecord} into the folder that the settings name. Each file is written
     * whole or not at all, and nothing before the training has ended well.
     *
     * @param listener told of the progress, on the calling thread
     * @return the record, as written
     * @throws java.io.UncheckedIOException if data can't be read, or the model can't be written
     * @throws IllegalArgumentException if the data are not what the settings promise, such as an empty corpus
     */
    ModelRecord run(TrainingListener listener);
}
