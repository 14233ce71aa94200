package org.dragoman.annotators.language;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code language}. Settings: {@code model}, the file of a {@link LanguageIdentifier}, by default the one that comes along,
 * and {@code leastScore}, from 0, the default, to 1, below which a language counts as {@code und}.
 */
public final class LanguageProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "language";
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.LANGUAGE);
    }

    @Override
    public Annotator create(Settings settings) {
        var model = settings.path("model").optional();
        var leastScore = settings.decimal("leastScore").between(0.0, 1.0).or(0.0);
        if (settings.hasProblems()) {
            return null;
        }
        return new LanguageAnnotator(
                model.map(LanguageIdentifier::read).orElseGet(LanguageIdentifier::standard), leastScore);
    }
}
