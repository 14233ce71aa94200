package org.dragoman.pipeline;

/**
 * A name given to a document, a language or a key phrase with how sure or how strong it is.
 *
 * @param name the class, the BCP 47 language tag or the phrase
 * @param score finite; a probability where the step that gave it says so
 */
public record Label(String name, double score) {
    public Label {
        Checks.notBlank("the name of a label", name);
        Checks.check(Double.isFinite(score), "the score of a label", "a finite number", score);
    }
}
