package org.dragoman.annotators.pos;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

/** Makes the annotator {@code pos}. Settings: {@code language}, {@code "en"} and nothing else so far. */
public final class PosProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "pos";
    }

    @Override
    public Annotator create(Settings settings) {
        settings.text("language")
                .check("en"::equals, "\"en\", the only language with a tagger")
                .or("en");
        return new PosAnnotator(PosTagger.english());
    }
}
