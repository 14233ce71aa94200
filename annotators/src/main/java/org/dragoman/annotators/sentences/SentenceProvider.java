package org.dragoman.annotators.sentences;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the annotator {@code sentences}. Settings: {@code language}, {@code "en"}, the default, {@code "de"} or {@code "fr"}, or instead
 * {@code model}, a file that the task {@code sentences} trained; and {@code unit}, what a sentence never crosses: {@code "paragraph"}, the
 * default, or {@code "line"}.
 */
public final class SentenceProvider implements AnnotatorProvider {
    private static final Map<String, Function<SentenceUnit, SentenceSplitter>> LANGUAGES =
            Map.of("en", SentenceSplitter::english, "de", SentenceSplitter::german, "fr", SentenceSplitter::french);

    @Override
    public String name() {
        return "sentences";
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.SENTENCES);
    }

    @Override
    public Set<String> languages() {
        return LANGUAGES.keySet();
    }

    @Override
    public Annotator create(Settings settings) {
        var language = settings.text("language")
                .check(LANGUAGES::containsKey, "one of en, de, fr, or left out beside a model")
                .or("en");
        var unit = settings.choice("unit", SentenceUnit.class).or(SentenceUnit.PARAGRAPH);
        var model = settings.path("model").optional();
        return new SentenceAnnotator(model.map(file -> SentenceSplitter.read(file, unit))
                .orElseGet(() -> LANGUAGES.get(language).apply(unit)));
    }
}
