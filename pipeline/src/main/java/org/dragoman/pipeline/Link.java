package org.dragoman.pipeline;

/**
 * One link of an alignment between the tokens of a text and those of its translation.
 *
 * @param source index into {@link Layers#TOKENS} of the source document
 * @param target index into {@link Layers#TOKENS} of the target document
 * @param weight strength of the link, such as the attention's weight; finite, 0 or more, and 1 where links are not weighted
 */
public record Link(int source, int target, double weight) {
    public Link {
        Checks.check(source >= 0, "the source of a link", "0 or more", source);
        Checks.check(target >= 0, "the target of a link", "0 or more", target);
        Checks.check(Double.isFinite(weight) && weight >= 0, "the weight of a link", "finite and 0 or more", weight);
    }

    /** A link of weight 1. */
    public static Link of(int source, int target) {
        return new Link(source, target, 1);
    }
}
