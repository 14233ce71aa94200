package org.dragoman.pipeline;

/**
 * A name, place, date or another thing of interest in the text.
 *
 * @param span where it is, not empty
 * @param type its class in the scheme of the model, such as {@code PER}
 */
public record Entity(Span span, String type) {
    public Entity {
        Checks.check(!span.isEmpty(), "the span of an entity", "at least one character", span);
        Checks.notBlank("the type of an entity", type);
    }
}
