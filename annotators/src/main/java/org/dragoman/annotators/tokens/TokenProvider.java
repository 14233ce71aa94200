package org.dragoman.annotators.tokens;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;

/** Makes the annotator {@code tokens}. Settings: {@code language}, {@code "en"} and nothing else so far. */
public final class TokenProvider implements AnnotatorProvider {
    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(Layers.SENTENCES);
    }

    @Override
    public Set<Layer<?>> provides() {
        return Set.of(Layers.TOKENS, Layers.WORDS);
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public Annotator create(Settings settings) {
        settings.text("language")
                .check("en"::equals, "\"en\", the only language that is cut into tokens")
                .or("en");
        return new TokenAnnotator(Tokenizer.english(), new EnglishWords());
    }
}
