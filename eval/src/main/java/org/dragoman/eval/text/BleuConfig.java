package org.dragoman.eval.text;

import java.util.Objects;

/**
 * Which BLEU.
 *
 * @param tokenizer how segments are cut into tokens
 * @param smoothing what happens to orders without a match
 * @param effectiveOrder whether the mean is taken over those orders only of which the hypothesis has an n-gram; recommended for single
 *     sentences, which may be shorter than {@code maxOrder}
 * @param lowerCase whether case is ignored
 * @param maxOrder longest n-grams, 1 or more
 */
public record BleuConfig(
        BleuTokenizer tokenizer, BleuSmoothing smoothing, boolean effectiveOrder, boolean lowerCase, int maxOrder) {

    /** sacreBLEU's default for a corpus: 13a, exponential smoothing, all orders up to 4, case counts. */
    public static final BleuConfig CORPUS =
            new BleuConfig(BleuTokenizer.V13A, new BleuSmoothing.Exponential(), false, false, 4);

    /** The same with effective order, as sacreBLEU scores a single sentence. */
    public static final BleuConfig SENTENCE = CORPUS.withEffectiveOrder(true);

    public BleuConfig {
        Objects.requireNonNull(tokenizer, "tokenizer");
        Objects.requireNonNull(smoothing, "smoothing");
        if (maxOrder < 1) {
            throw new IllegalArgumentException("maxOrder of BLEU must be at least 1, got " + maxOrder);
        }
    }

    public BleuConfig withTokenizer(BleuTokenizer tokenizer) {
        return new BleuConfig(tokenizer, smoothing, effectiveOrder, lowerCase, maxOrder);
    }

    public BleuConfig withSmoothing(BleuSmoothing smoothing) {
        return new BleuConfig(tokenizer, smoothing, effectiveOrder, lowerCase, maxOrder);
    }

    public BleuConfig withEffectiveOrder(boolean effectiveOrder) {
        return new BleuConfig(tokenizer, smoothing, effectiveOrder, lowerCase, maxOrder);
    }

    public BleuConfig withLowerCase(boolean lowerCase) {
        return new BleuConfig(tokenizer, smoothing, effectiveOrder, lowerCase, maxOrder);
    }

    public BleuConfig withMaxOrder(int maxOrder) {
        return new BleuConfig(tokenizer, smoothing, effectiveOrder, lowerCase, maxOrder);
    }
}
