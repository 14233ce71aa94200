package org.dragoman.annotators.lemmas;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes the annotator {@code lemmas}. Settings: {@code language}, {@code "en"}, the default, or {@code "de"}; {@code model}, a file that the task
 * {@code lemmas} trained, in place of the language's own; and {@code exceptions}, a file of {@link LemmaExceptions}.
 */
public final class LemmaProvider implements AnnotatorProvider {
    private static final Map<String, Supplier<Lemmatizer>> LANGUAGES =
            Map.of("en", LearnedLemmatizer::english, "de", GermanLemmatizer::open);

    @Override
    public String name() {
        return "lemmas";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.WORDS, Layers.POS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.LEMMAS);
    }

    @Override
    public Set<String> languages() {
        return LANGUAGES.keySet();
    }

    @Override
    public Annotator create(Settings settings) {
        var language = settings.text("language")
                .check(LANGUAGES::containsKey, "one of en, de; for others give a model that you have trained")
                .or("en");
        var model = settings.path("model").optional();
        var exceptions = settings.path("exceptions").optional();
        var lemmatizer = model.map(LearnedLemmatizer::read).orElseGet(LANGUAGES.get(language));
        return new LemmaAnnotator(exceptions
                .map(file -> LemmaExceptions.read(file).before(lemmatizer))
                .orElse(lemmatizer));
    }
}
