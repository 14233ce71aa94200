package org.dragoman.annotators.entities;

import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.pipeline.settings.Settings;

/** Reads the settings of an {@link EntityTraining}: {@code "task": "entities"}. */
public final class EntityTrainingProvider implements TrainingProvider {
    @Override
    public String task() {
        return EntityFinder.TASK;
    }

    @Override
    public Training create(Settings settings) {
        return EntityTraining.from(settings);
    }
}
