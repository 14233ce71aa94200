package org.dragoman.annotators.summary;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code summary}. Settings: {@code language} of the stop words, {@code "en"} by default, and {@code most}, the number of
 * sentences, 3 by default.
 */
public final class SummaryProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "summary";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.SUMMARY);
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
        var most = settings.integer("most").atLeast(1).or(3);
        return settings.hasProblems() ? null : new SummaryAnnotator(new SentenceRanking(StopWords.of(language), most));
    }
}
