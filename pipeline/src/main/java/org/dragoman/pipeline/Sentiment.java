package org.dragoman.pipeline;

/**
 * How favourable a sentence or a document is.
 *
 * @param label class in the scheme of the model, such as {@code positive}
 * @param score from -1, as negative as can be, to 1, as positive as can be
 */
public record Sentiment(String label, double score) {
    public Sentiment {
        Checks.notBlank("the label of a sentiment", label);
        Checks.check(score >= -1 && score <= 1, "the score of a sentiment", "between -1 and 1", score);
    }
}
