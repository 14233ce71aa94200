package org.dragoman.annotators.language;

import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.pipeline.settings.Settings;

/** The task {@code language}, see {@link LanguageTraining}. */
public final class LanguageTrainingProvider implements TrainingProvider {
    @Override
    public String task() {
        return "language";
    }

    @Override
    public Training create(Settings settings) {
        return LanguageTraining.from(settings);
    }
}
