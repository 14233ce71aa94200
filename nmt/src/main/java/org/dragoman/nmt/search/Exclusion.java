package org.dragoman.nmt.search;

import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;

/** Takes the probabilities of the ids that are never generated in one search, which share them out among the others. */
final class Exclusion {

    private final Markers markers;
    private Tensor addend; // (V), made at the first step

    Exclusion(Markers markers) {
        this.markers = markers;
    }

    /**
     * The logits (R, V) without those ids.
     *
     * @param step the innermost scope, around which that of the search is
     */
    Tensor from(Tensor logits, Scope step) {
        if (addend == null) {
            addend = step.keep(markers.exclusion(logits.size(1)));
        }
        return logits.add(addend);
    }
}
