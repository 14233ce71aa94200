package org.dragoman.annotators.pos;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/**
 * Makes the annotator {@code pos}. Settings: {@code language}, one of those of {@link PosTagger#languages()}, {@code "en"} by default; and
 * {@code model}, a file that a training has written, in place of the one that comes along.
 */
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
        return Set.copyOf(PosTagger.languages());
    }

    @Override
    public Annotator create(Settings settings) {
        var languages = PosTagger.languages();
        var language = settings.text("language")
                .check(languages::contains, "one of " + String.join(", ", languages) + ", which have a tagger")
                .or("en");
        var model = settings.path("model").optional();
        return new PosAnnotator(model.map(PosTagger::read).orElseGet(() -> PosTagger.of(language)));
    }
}
