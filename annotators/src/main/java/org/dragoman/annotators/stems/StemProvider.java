package org.dragoman.annotators.stems;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.pipeline.settings.Suggestion;

import java.util.Set;

/**
 * Makes the annotator {@code stems}. Settings: {@code language}, the name of one of the {@link Stemmers}, which is a language in two letters for
 * Snowball's and such as {@code "de-light"} for others; the default is {@code "en"}.
 */
public final class StemProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "stems";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.WORDS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.STEMS);
    }

    @Override
    public Set<String> languages() {
        return Set.copyOf(SnowballStemmer.codes());
    }

    @Override
    public Annotator create(Settings settings) {
        var name = settings.text("language").or("en");
        if (!Stemmers.names().contains(name)) {
            settings.problem(
                    "language",
                    "names no stemmer: there is no \"" + name + "\"" + Suggestion.of(name, Stemmers.names()));
            return null; // never leaves Settings.build
        }
        return new StemAnnotator(Stemmers.named(name));
    }
}
