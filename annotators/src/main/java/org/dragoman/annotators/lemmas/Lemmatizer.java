package org.dragoman.annotators.lemmas;

import org.dragoman.pipeline.PosTag;

/** Finds the lemma of a word from its form and part of speech. Safe for use by many threads. */
@FunctionalInterface
public interface Lemmatizer {
    /**
     * Returns the lemma in the case in which a dictionary has it: names keep their capitals.
     *
     * @param form as in {@link org.dragoman.pipeline.Layers#WORDS}, not empty
     * @param tag its part of speech; the treebank's own tag may be {@link PosTag#NONE}
     * @return not empty
     */
    String lemma(String form, PosTag tag);
}
