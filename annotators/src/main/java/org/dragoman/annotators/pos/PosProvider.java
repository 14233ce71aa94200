package org.dragoman.annotators.pos;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.function.Supplier;

/** Makes the annotator {@code pos}. Settings: {@code language}, {@code "en"}, the default, {@code "de"} or {@code "fr"}. */
public final class PosProvider implements AnnotatorProvider {
    private static final Map<String, Supplier<PosTagger>> LANGUAGES =
            Map.of("en", PosTagger::english, "de", PosTagger::german, "fr", PosTagger::french);

    @Override
    public String name() {
        return "pos";
    }

    @Override
    public Annotator create(Settings settings) {
        var language = settings.text("language")
                .check(LANGUAGES::containsKey, "one of en, de, fr, the languages with a tagger")
                .or("en");
        return new PosAnnotator(LANGUAGES.get(language).get());
    }
}
