package org.dragoman.annotators.pos;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/** Makes the annotator {@code pos}. Settings: {@code language}, {@code "en"} and nothing else so far. */
public final class PosProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "pos";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.POS);
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public Annotator create(Settings settings) {
        settings.text("language")
                .check("en"::equals, "\"en\", the only language with a tagger")
                .or("en");
        return new PosAnnotator(PosTagger.english());
    }
}
