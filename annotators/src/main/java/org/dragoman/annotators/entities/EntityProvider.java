package org.dragoman.annotators.entities;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

/**
 * Makes the annotator {@code entities}. Settings: {@code language}, {@code "en"} and nothing else so far; and {@code model}, a file that a
 * training has written, in place of the one that comes along.
 */
public final class EntityProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "entities";
    }

    @Override
    public Annotator create(Settings settings) {
        var model = settings.path("model").optional();
        settings.text("language")
                .check(
                        language -> model.isPresent() || language.equals("en"),
                        "\"en\", the only language with a model; for others, train one and name its file as the model")
                .or("en");
        return new EntityAnnotator(model.map(EntityFinder::read).orElseGet(EntityFinder::english));
    }
}
