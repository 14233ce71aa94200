package org.dragoman.nmt.train;

/** Is told what happens in a run, by the thread that trains. Each method does nothing unless overridden. */
public interface TrainingListener {

    /** The data is read and the model built. */
    default void started(Start start) {}

    /** An update was made. */
    default void updated(Update update) {}

    /** The model was validated. */
    default void validated(Validation validation) {}

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
     * @param leftOut pairs that are empty on a side or longer than the greatest length
     * @param sourceVocabulary entries
     * @param targetVocabulary entries
     * @param maximumSteps updates to make in all
     */
    record Start(
            long resumedAt,
            long seed,
            long parameters,
            int examples,
            int leftOut,
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
     * @param signature of the score; empty if there is none
     * @param isBest whether the loss is the lowest so far
     * @param seconds the run has taken, over all sittings
     * @param samples some translations
     */
    record Validation(
            long step,
            int epoch,
            double loss,
            double bleu,
            String signature,
            boolean isBest,
            double seconds,
            java.util.List<Sample> samples) {

        /** The exponential of the loss. */
        public double perplexity() {
            return Math.exp(loss);
        }
    }

    /** A source sentence with its translation and the reference. */
    record Sample(String source, String hypothesis, String reference) {}

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
            java.util.List<Long> averaged,
            double bestLoss,
            double seconds,
            double trainingSeconds,
            long targetTokens) {}
}
