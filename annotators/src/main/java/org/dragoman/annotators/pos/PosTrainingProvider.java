package org.dragoman.annotators.pos;

import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.pipeline.settings.Settings;

/** Reads the settings of a {@link PosTraining}: {@code "task": "pos"}. */
public final class PosTrainingProvider implements TrainingProvider {
    @Override
    public String task() {
        return WordPosTagger.TASK;
    }

    @Override
    public Training create(Settings settings) {
        return PosTraining.from(settings);
    }
}
