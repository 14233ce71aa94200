package org.dragoman.annotators.lemmas;

import org.dragoman.annotators.linear.LinearSettings;
import org.dragoman.annotators.training.Training;
import org.dragoman.annotators.training.TrainingProvider;
import org.dragoman.annotators.training.TreebankTraining;
import org.dragoman.annotators.training.TreebankTraining.Sources;
import org.dragoman.pipeline.settings.Settings;

/**
 * Trains lemmatizers: {@code {"task": "lemmas", "train": ["train.conllu.gz"], "output": "model"}}, with the keys of
 * {@link Sources} and {@link LinearSettings}, and {@code scriptCutoff}, the fewest different words that a script must explain to be one.
 */
public final class LemmaTrainingProvider implements TrainingProvider {
    private static final LinearSettings USUAL = new LinearSettings(8, 0.2, 1e-5, 2);
    private static final int USUAL_SCRIPT_CUTOFF = 4;

    @Override
    public String task() {
        return "lemmas";
    }

    @Override
    public Training create(Settings settings) {
        var sources = Sources.from(task(), settings);
        var learning = LinearSettings.from(settings, USUAL);
        var cutoff = settings.integer("scriptCutoff").atLeast(1).or(USUAL_SCRIPT_CUTOFF);
        return new TreebankTraining<>(sources, new LemmaLearner(learning, cutoff, sources.seed()));
    }
}
