package org.dragoman.annotators.sequences;

/** Weights of features for tags. */
interface Weights {
    /** Adds a feature's weight for each tag to that tag's score; nothing if the feature isn't known. */
    void addTo(float[] scores, int feature);
}
