package org.dragoman.pipeline;

/**
 * A phrase without nesting, such as a base noun phrase.
 *
 * @param span where it is, not empty
 * @param type its kind in the scheme of the model, such as {@code NP}
 */
public record Chunk(Span span, String type) {
    public Chunk {
        Checks.check(!span.isEmpty(), "the span of a chunk", "at least one character", span);
        Checks.notBlank("the type of a chunk", type);
    }
}
