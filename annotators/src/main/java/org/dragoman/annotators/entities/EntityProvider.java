package org.dragoman.annotators.entities;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

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
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.ENTITIES);
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
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
