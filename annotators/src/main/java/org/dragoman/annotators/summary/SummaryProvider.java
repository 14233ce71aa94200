package org.dragoman.annotators.summary;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

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
    public Annotator create(Settings settings) {
        var language = settings.text("language")
                .check(StopWords.languages()::contains, "one of " + String.join(", ", StopWords.languages()))
                .or("en");
        var most = settings.integer("most").atLeast(1).or(3);
        return settings.hasProblems() ? null : new SummaryAnnotator(new SentenceRanking(StopWords.of(language), most));
    }
}
