package org.dragoman.annotators.sentiment;

import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.pipeline.settings.Settings;

/** The task {@code sentiment}, see {@link SentimentTraining}. */
public final class SentimentTrainingProvider implements TrainingProvider {
    @Override
    public String task() {
        return "sentiment";
    }

    @Override
    public Training create(Settings settings) {
        return SentimentTraining.from(settings);
    }
}
