package org.dragoman.nmt.train;

import java.util.List;
import java.util.Locale;

/** Is told what happens in a run, by the thread that trains. Each method does nothing unless overridden. */
public interface TrainingListener {

    /** The data is read and the model built. */
    default void started(Start start) {}

    /** An update was made. */
    default void updated(Update update) {}

    /** The model was validated. */
    default void validated(Validation validation) {}

    /** An update was left out, because its gradient was not finite. */
    default void troubled(Trouble trouble) {}

    /** The run went back to a checkpoint, because its loss had exploded. */
    default void recovered(Recovery recovery) {}

    /** A checkpoint was written. */
    default void saved(long step) {}

    /** The final model was written. */
    default void finished(Finish finish) {}

    /**
     * How a sitting begins.
     *
     * @param resumedAt step of the checkpoint from which it goes on; 0 at the beginning
     * @param seed of the run
     * @param parameters numbers that are trained
     * @param examples sentence pairs to learn from
     * @param leftOut the other pairs
     * @param empty pairs that are empty on a side
     * @param overlong pairs that are longer than the greatest length; they are left out or cut, as the settings say
     * @param sourceVocabulary entries
     * @param targetVocabulary entries
     * @param maximumSteps updates to make in all
     */
    record Start(
            long resumedAt,
            long seed,
            long parameters,
            long examples,
            long leftOut,
            long empty,
            long overlong,
            int sourceVocabulary,
            int targetVocabulary,
            int maximumSteps) {}

    /**
     * One update.
     *
     * @param step its number, from 1
     * @param epoch passes over the data before this one
     * @param loss smoothed loss of its batch, nats a token
     * @param crossEntropy plain cross entropy of its batch, nats a token
     * @param gradientNorm before clipping; not finite if the update was left out for that reason
     * @param rate learning rate
     * @param targetTokens real target pieces of its batch
     * @param seconds it took
     */
    record Update(
            long step,
            int epoch,
            double loss,
            double crossEntropy,
            double gradientNorm,
            double rate,
            int targetTokens,
            double seconds) {}

    /**
     * One validation.
     *
     * @param step after which update
     * @param epoch complete passes over the data
     * @param loss plain cross entropy, nats a token
     * @param bleu of greedy translations of the first sentences, 0 to 100; NaN if none were translated
     * @param chrf of the same, 0 to 100; NaN if none were translated
     * @param signature of BLEU; empty if there is none
     * @param isBest whether it is the best so far, as the settings compare validations
     * @param seconds the run has taken, over all sittings
     * @param samples some translations
     */
    record Validation(
            long step,
            int epoch,
            double loss,
            double bleu,
            double chrf,
            String signature,
            boolean isBest,
            double seconds,
            List<Sample> samples) {

        /** The exponential of the loss. */
        public double perplexity() {
            return Math.exp(loss);
        }
    }

    /** A source sentence with its translation and the reference. */
    record Sample(String source, String hypothesis, String reference) {}

    /**
     * An update that could not be made, or that broke the weights.
     *
     * @param step its number
     * @param what is wrong with it, in words
     * @param crossEntropy plain cross entropy, nats a token
     * @param lines what it would learn from or learned from, each as {@code corpus:line}; empty where that isn't known
     */
    record Trouble(long step, String what, double crossEntropy, List<String> lines) {
        private static final int NAMED = 10;

        /** All of it in one line; of many lines of the corpora only the first. */
        public String summary() {
            var more = lines.size() > NAMED ? " and " + (lines.size() - NAMED) + " more" : "";
            return String.format(
                    Locale.ROOT,
                    "at update %d %s (%.3f nats a piece)%s%s",
                    step,
                    what,
                    crossEntropy,
                    lines.isEmpty()
                            ? ""
                            : " with the batch of "
                                    + String.join(", ", lines.subList(0, Math.min(NAMED, lines.size()))),
                    more);
        }
    }

    /**
     * A return to a checkpoint.
     *
     * @param trouble the reason
     * @param from step of the checkpoint
     * @param action what is done differently now
     * @param count returns so far
     * @param attempts returns that are allowed
     */
    record Recovery(Trouble trouble, long from, RecoveryConfig.Action action, int count, int attempts) {}

    /**
     * How a run ends.
     *
     * @param step updates made
     * @param epochs passes over the data that are complete
     * @param reason in words
     * @param averaged steps of the checkpoints whose mean the model is
     * @param bestLoss lowest plain cross entropy of a validation, nats a token
     * @param seconds the run has taken, over all sittings
     * @param trainingSeconds the part of it that went into updates
     * @param targetTokens real target pieces seen
     */
    record Finish(
            long step,
            int epochs,
            String reason,
            List<Long> averaged,
            double bestLoss,
            double seconds,
            double trainingSeconds,
            long targetTokens) {}
}
