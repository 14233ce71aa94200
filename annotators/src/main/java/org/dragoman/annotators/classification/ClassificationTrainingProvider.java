package org.dragoman.annotators.classification;

import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.pipeline.settings.Settings;

/** The task {@code classification}, see {@link ClassificationTraining}. */
public final class ClassificationTrainingProvider implements TrainingProvider {
    @Override
    public String task() {
        return "classification";
    }

    @Override
    public Training create(Settings settings) {
        return ClassificationTraining.from(settings);
    }
}
