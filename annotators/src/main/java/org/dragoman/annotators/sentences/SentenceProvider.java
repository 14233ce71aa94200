package org.dragoman.annotators.sentences;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code sentences}. Settings: {@code language}, {@code "en"} and nothing else so far, and {@code unit}, what a
 * sentence never crosses: {@code "paragraph"}, the default, or {@code "line"}.
 */
public final class SentenceProvider implements AnnotatorProvider {
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
        return Set.of("en");
    }

    @Override
    public Annotator create(Settings settings) {
        settings.text("language")
                .check("en"::equals, "\"en\", the only language that sentences are split in")
                .or("en");
        var unit = settings.choice("unit", SentenceUnit.class).or(SentenceUnit.PARAGRAPH);
        return new SentenceAnnotator(SentenceSplitter.english(unit));
    }
}
