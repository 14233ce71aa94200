package org.dragoman.nmt.train;

import org.dragoman.corpora.SentencePair;
import org.dragoman.pipeline.Document;

/**
 * A pair of sentences to learn from.
 *
 * @param source one sentence, with the layers that were annotated
 * @param target its translation
 */
record TrainingPair(Document source, String target) {

    /** A pair without layers. */
    static TrainingPair of(SentencePair pair) {
        return new TrainingPair(Document.of(pair.source()), pair.target());
    }
}
