package org.dragoman.nmt.train;

/**
 * The mean loss of some updates, and their speed. Losses that aren't finite, which come with updates that are left out, aren't part of the
 * mean. Not thread safe.
 */
public final class LossMeter {

    private double lossSum;
    private double seconds;
    private long lossTokens;
    private long tokens;

    /** Takes an update in. */
    public void add(TrainingListener.Update update) {
        tokens += update.targetTokens();
        seconds += update.seconds();
        if (Double.isFinite(update.loss())) {
            lossSum += update.loss() * update.targetTokens();
            lossTokens += update.targetTokens();
        }
    }

    /** The loss, nats a token; NaN before the first update that has one. */
    public double loss() {
        return lossSum / lossTokens;
    }

    /** Real target pieces of all updates. */
    public long targetTokens() {
        return tokens;
    }

    /** Real target pieces a second; NaN before the first update. */
    public double tokensPerSecond() {
        return tokens / seconds;
    }

    /** Forgets all updates. */
    public void reset() {
        lossSum = 0;
        seconds = 0;
        lossTokens = 0;
        tokens = 0;
    }
}
