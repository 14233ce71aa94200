package org.dragoman.annotators.training;

/** Is told how a training gets on. */
@FunctionalInterface
public interface TrainingListener {
    /** Takes no notice. */
    TrainingListener NONE = progress -> {};

    /** A round through the training data has ended. */
    void progressed(Progress progress);
}
