package org.dragoman.nmt.experiment;

import org.dragoman.eval.text.BleuScore;
import org.dragoman.nmt.train.TrainingListener;

/**
 * What a run came to.
 *
 * @param name of the run
 * @param parameters numbers that were trained
 * @param training how it ended
 * @param bleu of the test
 * @param exact share of the test's targets that were met exactly, 0 to 1
 */
public record RunResult(String name, long parameters, TrainingListener.Finish training, BleuScore bleu, double exact) {

    /** Target pieces learned from in a second, their end markers counted. */
    public double tokensPerSecond() {
        return training.targetTokens() / training.trainingSeconds();
    }

    /** Perplexity of the validation corpus by the best checkpoint. */
    public double perplexity() {
        return Math.exp(training.bestLoss());
    }
}
