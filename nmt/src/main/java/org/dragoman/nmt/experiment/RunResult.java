package org.dragoman.nmt.experiment;

import org.dragoman.eval.text.BleuScore;
import org.dragoman.nmt.train.TrainingListener;

import java.util.OptionalDouble;

/**
 * What a run came to.
 *
 * @param name of the run
 * @param parameters numbers that were trained
 * @param training how it ended
 * @param updatesAPass updates for a pass over the training corpus; empty if none was complete
 * @param bleu of the test
 * @param exact share of the test's targets that were met exactly, 0 to 1
 */
public record RunResult(
        String name,
        long parameters,
        TrainingListener.Finish training,
        OptionalDouble updatesAPass,
        BleuScore bleu,
        double exact) {

    /** Target pieces learned from in a second, their end markers counted. */
    public double tokensPerSecond() {
        return training.targetTokens() / training.trainingSeconds();
    }

    /** Seconds of training for a pass over the training corpus; not a number if none was complete. */
    public double secondsAPass() {
        return training.trainingSeconds() / training.step() * updatesAPass.orElse(Double.NaN);
    }

    /** Perplexity of the validation corpus by the best checkpoint. */
    public double perplexity() {
        return Math.exp(training.bestLoss());
    }
}
