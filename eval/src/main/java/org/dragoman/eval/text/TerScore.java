package org.dragoman.eval.text;

import org.dragoman.eval.Score;
import org.dragoman.eval.Signature;

/**
 * A TER score with its parts.
 *
 * @param value edits for each 100 words of reference: 0 is perfect, less is better, and more than 100 is possible
 * @param edits insertions, deletions and substitutions of words, and shifts of phrases; in each segment those to the nearest reference
 * @param referenceLength sum over segments of the mean length of their references, in words
 * @param signature how the score was made
 */
public record TerScore(double value, long edits, double referenceLength, Signature signature) implements Score {

    @Override
    public String name() {
        return "TER";
    }

    @Override
    public boolean isError() {
        return true;
    }

    /** Nothing: sacreBLEU prints the value alone. */
    @Override
    public String details() {
        return "";
    }

    /** As sacreBLEU prints a score: {@code TER = 66.88}. */
    @Override
    public String toString() {
        return format(2);
    }
}
