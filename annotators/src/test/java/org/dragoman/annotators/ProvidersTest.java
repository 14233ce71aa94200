package org.dragoman.annotators;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** What providers say about their annotators is so. */
class ProvidersTest {
    static Stream<AnnotatorProvider> thoseThatCanBeFoundByLayer() {
        return ServiceLoader.load(AnnotatorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !provider.provides().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("thoseThatCanBeFoundByLayer")
    void needsAndGiftsAreThoseOfTheAnnotatorInEveryLanguage(AnnotatorProvider provider) {
        var settings = provider.languages().isEmpty()
                ? List.of("{}")
                : provider.languages().stream()
                        .map(language -> "{\"language\": \"" + language + "\"}")
                        .toList();
        for (var each : settings) {
            var annotator = Settings.parse(provider.name(), each).build(provider::create);
            assertThat(annotator.requires()).as(each).isEqualTo(provider.requires());
            assertThat(annotator.provides()).as(each).isEqualTo(provider.provides());
        }
    }

    @Test
    void thePresetForEnglishTakesWhatIsOnTheClassPath() {
        try (var pipeline = Pipeline.preset("en")) {
            assertThat(pipeline.process("Tom sleeps.").layers())
                    .contains(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.POS, Layers.STEMS);
        }
    }

    @Test
    void layersAreEnough() {
        try (var pipeline = Pipeline.giving("en", Layers.STEMS)) {
            assertThat(pipeline.name()).isEqualTo("[sentences, tokens, stems]");
            assertThat(pipeline.process("Tom sleeps.").get(Layers.STEMS)).containsExactly("tom", "sleep", ".");
        }
    }
}
