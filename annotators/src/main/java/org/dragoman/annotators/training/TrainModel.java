package org.dragoman.annotators.training;

import java.nio.file.Path;

/** Trains what a file describes, for a build that has no command line: {@code java ... TrainModel FILE}. */
public final class TrainModel {
    private TrainModel() {}

    /**
     * Trains.
     *
     * @param arguments one: a training file, see {@link TrainingFile}
     */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected one argument, the training file, got " + arguments.length);
        }
        TrainingFile.read(Path.of(arguments[0])).run(TrainingListener.NONE);
    }
}
