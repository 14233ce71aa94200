package org.dragoman.eval.text;

import org.dragoman.eval.Score;
import org.dragoman.eval.Signature;

/**
 * A chrF score.
 *
 * @param value 0 to 100, more is better
 * @param beta how many times as much recall weighs as precision
 * @param wordOrder longest n-grams of words; each order adds a plus to the name
 * @param signature how the score was made
 */
public record ChrfScore(double value, int beta, int wordOrder, Signature signature) implements Score {

    @Override
    public String name() {
        return "chrF" + beta + "+".repeat(wordOrder);
    }

    /** Nothing: sacreBLEU prints the value alone. */
    @Override
    public String details() {
        return "";
    }

    /** As sacreBLEU prints a score: {@code chrF2++ = 49.17}. */
    @Override
    public String toString() {
        return format(2);
    }
}
