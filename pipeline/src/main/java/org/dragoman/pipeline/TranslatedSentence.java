package org.dragoman.pipeline;

import java.util.List;

/**
 * A sentence of the source with its translation.
 *
 * @param source where the sentence is in the source document's text
 * @param target where its translation is in the target document's text; empty if nothing came out
 * @param score the model's score, finite; higher is better, and what it means is the model's business
 * @param alignment links between tokens of the two documents (indices count from the start of the document, not of the
 *     sentence); empty if the translator gives none
 */
public record TranslatedSentence(Span source, Span target, double score, List<Link> alignment) {
    public TranslatedSentence {
        Checks.check(Double.isFinite(score), "the score of a translated sentence", "a finite number", score);
        alignment = List.copyOf(alignment);
    }
}
