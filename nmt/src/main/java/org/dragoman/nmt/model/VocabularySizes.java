package org.dragoman.nmt.model;

import java.util.List;

/**
 * How many ids a model must know.
 *
 * @param source entries of each source factor, the pieces first
 * @param target entries of the target
 * @param shared whether source pieces and target have one vocabulary, so that embeddings can be tied
 */
public record VocabularySizes(List<Integer> source, int target, boolean shared) {}
