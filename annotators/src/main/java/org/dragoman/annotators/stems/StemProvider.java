package org.dragoman.annotators.stems;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code stems}. Settings: {@code language}, a {@linkplain SnowballStemmer#code() code} of a Snowball stemmer;
 * the default is {@code "en"}.
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
        var language = settings.text("language")
                .check(SnowballStemmer.codes()::contains, "one of " + String.join(", ", SnowballStemmer.codes()))
                .or("en");
        return new StemAnnotator(SnowballStemmer.of(language).orElseThrow());
    }
}
