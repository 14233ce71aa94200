package org.dragoman.annotators.tokens;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes the annotator {@code tokens}. Settings: {@code language}, {@code "en"}, the default, {@code "de"} or {@code "fr"}; and {@code model}, a
 * file that the task {@code tokens} trained, in place of the language's own tokenizer, while its words are split as before.
 */
public final class TokenProvider implements AnnotatorProvider {
    private static final Map<String, Language> LANGUAGES = Map.of(
            "en", new Language(Tokenizer::english, new EnglishWords()),
            "de", new Language(Tokenizer::german, new GermanWords()),
            "fr", new Language(Tokenizer::french, new FrenchWords()));

    private record Language(Supplier<Tokenizer> tokenizer, WordSplitter splitter) {}

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
        return LANGUAGES.keySet();
    }

    @Override
    public Annotator create(Settings settings) {
        var language = settings.text("language")
                .check(LANGUAGES::containsKey, "one of en, de, fr")
                .or("en");
        var model = settings.path("model").optional();
        var parts = LANGUAGES.get(language);
        return new TokenAnnotator(model.map(Tokenizer::read).orElseGet(parts.tokenizer()), parts.splitter());
    }
}
