package org.dragoman.annotators.keywords;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code keywords}. Settings: {@code language} of the stop words, {@code "en"} by default; {@code most}, 10 by default; {@code
 * window}, 2 by default; and {@code tags}, whether to use parts of speech, {@code true} by default.
 */
public final class KeywordProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "keywords";
    }

    /** With tags, as they are by default. */
    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.POS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.KEYWORDS);
    }

    @Override
    public Set<String> languages() {
        return Set.copyOf(StopWords.languages());
    }

    @Override
    public Annotator create(Settings settings) {
        var language = settings.text("language")
                .check(StopWords.languages()::contains, "one of " + String.join(", ", StopWords.languages()))
                .or("en");
        var most = settings.integer("most").atLeast(1).or(10);
        var window = settings.integer("window").between(2, 20).or(2);
        var tags = settings.flag("tags").or(true);
        return settings.hasProblems()
                ? null
                : new KeywordAnnotator(new KeywordRanking(StopWords.of(language), window, most), tags);
    }
}
