package org.dragoman.annotators.sentiment;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code sentiment}. Settings: {@code language}, {@code "en"} and nothing else so far, or {@code model}, the folder of a
 * {@link SentimentModel} for any language.
 */
public final class SentimentProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "sentiment";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.SENTIMENT, Layers.DOCUMENT_SENTIMENT);
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public Annotator create(Settings settings) {
        settings.text("language")
                .check("en"::equals, "\"en\", the only language with a model of sentiment; name a model for others")
                .or("en");
        var model = settings.path("model").optional();
        if (settings.hasProblems()) {
            return null;
        }
        return new SentimentAnnotator(model.map(SentimentModel::read).orElseGet(SentimentModel::english));
    }
}
