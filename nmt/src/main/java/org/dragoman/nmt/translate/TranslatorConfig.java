package org.dragoman.nmt.translate;

import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.search.Alignments;
import org.dragoman.nmt.search.SearchConfig;

import java.util.Objects;

/**
 * How a {@link Translator} works.
 *
 * @param search how each sentence is searched
 * @param batchPieces largest size of a batch: sentences times the pieces of the longest one, at least 1
 * @param maximumPieces pieces above which a sentence is cut into parts that are translated one by one, at least 8; nothing is ever
 *     left out
 * @param alignments whether tokens of source and target are linked, for which the source must have tokens
 */
public record TranslatorConfig(SearchConfig search, int batchPieces, int maximumPieces, boolean alignments) {

    /** A beam of 5, batches of 1,500 pieces, parts of at most 120 pieces, no alignments. */
    public static final TranslatorConfig DEFAULT = of(Habits.DEFAULT);

    /** How a model wants to be used; batches of 1,500 pieces, no alignments. */
    public static TranslatorConfig of(Habits habits) {
        return new TranslatorConfig(habits.search(), 1500, habits.maximumPieces(), false);
    }

    public TranslatorConfig {
        Objects.requireNonNull(search, "search");
        if (batchPieces < 1) {
            throw new IllegalArgumentException("batchPieces must be at least 1, got " + batchPieces);
        }
        if (maximumPieces < 8) {
            throw new IllegalArgumentException("maximumPieces must be at least 8, got " + maximumPieces);
        }
    }

    /** The same with another beam width; 1 is greedy search. */
    public TranslatorConfig withBeam(int width) {
        return new TranslatorConfig(search.withWidth(width), batchPieces, maximumPieces, alignments);
    }

    /** The same with another search. */
    public TranslatorConfig withSearch(SearchConfig other) {
        return new TranslatorConfig(other, batchPieces, maximumPieces, alignments);
    }

    /** The same with other batches. */
    public TranslatorConfig withBatchPieces(int pieces) {
        return new TranslatorConfig(search, pieces, maximumPieces, alignments);
    }

    /** The same with or without alignments. */
    public TranslatorConfig withAlignments(boolean wanted) {
        return new TranslatorConfig(search, batchPieces, maximumPieces, wanted);
    }

    /** The search, told whether to return alignments. */
    SearchConfig effectiveSearch() {
        return search.withAlignments(alignments ? new Alignments.Automatic() : new Alignments.None());
    }
}
