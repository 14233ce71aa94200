package org.dragoman.nmt.model;

import java.util.List;

/**
 * How many ids a model must know.
 *
 * @param source entries of each source factor, the pieces first
 * @param target entries of the target
 * @param shared whether source pieces and target have one vocabulary, so that embeddings can be tied
 * @param factorSizes numbers in the embedding of each source factor but the pieces, where they stand side by side; empty where all are of
 *     the model's size and summed
 */
public record VocabularySizes(List<Integer> source, int target, boolean shared, List<Integer> factorSizes) {

    /** Summed embeddings. */
    public VocabularySizes(List<Integer> source, int target, boolean shared) {
        this(source, target, shared, List.of());
    }
}
