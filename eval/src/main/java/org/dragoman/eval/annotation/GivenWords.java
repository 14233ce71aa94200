package org.dragoman.eval.annotation;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;

import java.util.Collections;
import java.util.Set;

/** What of a pipeline runs on words that are given. */
final class GivenWords {
    private static final Set<Layer<?>> GIVEN = Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);

    private GivenWords() {}

    /**
     * The steps of a pipeline that find neither sentences nor tokens nor words.
     *
     * @throws IllegalArgumentException if no such step is left, or if one needs more than it gets
     */
    static Pipeline pipeline(Pipeline whole) {
        var steps = whole.annotators().stream()
                .filter(step -> Collections.disjoint(step.provides(), GIVEN))
                .toList();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no step of the pipeline "
                    + whole.annotators().stream().map(Annotator::name).toList()
                    + " is left to run on given words: all of them find sentences, tokens or words");
        }
        return Pipeline.of(GIVEN, steps).withSettings(whole.settings());
    }
}
