package org.dragoman.annotators.sentences;

import org.dragoman.annotators.linear.LinearSettings;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.annotators.training.TreebankTraining;
import org.dragoman.annotators.training.TreebankTraining.Sources;
import org.dragoman.pipeline.settings.Settings;

/**
 * Trains sentence splitters: {@code {"task": "sentences", "language": "en", "train": ["train.conllu.gz"], "output": "model"}}, with
 * the keys of {@link Sources} and {@link LinearSettings} beside {@code language}.
 */
public final class SentenceTrainingProvider implements TrainingProvider {
    private static final LinearSettings USUAL = new LinearSettings(8, 0.1, 3e-6, 2);

    @Override
    public String task() {
        return "sentences";
    }

    @Override
    public Training create(Settings settings) {
        var sources = Sources.from(task(), settings);
        var language = settings.text("language").required();
        var learning = LinearSettings.from(settings, USUAL);
        return new TreebankTraining<>(sources, new SentenceLearner(language, learning, sources.seed()));
    }
}
