package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.ENTITIES;
import static org.dragoman.pipeline.Layers.LEMMAS;
import static org.dragoman.pipeline.Layers.POS;
import static org.dragoman.pipeline.Layers.SENTENCES;
import static org.dragoman.pipeline.Layers.STEMS;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.WORDS;

import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.FunctionAnnotator;
import org.dragoman.testing.PlainLayers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Pipelines that are described by the layers that they shall give. */
class WantedLayersTest {
    private final List<String> made = new ArrayList<>();
    private final List<AnnotatorProvider> providers = new ArrayList<>(List.of(
            new Plain("pos", Set.of(SENTENCES, WORDS), Set.of(POS), Set.of("en")),
            new Plain("lemmas", Set.of(POS, WORDS), Set.of(LEMMAS), Set.of("en")),
            new Plain("stems", Set.of(WORDS), Set.of(STEMS), Set.of("de", "en", "fr")),
            new Plain("tokens", Set.of(SENTENCES), Set.of(TOKENS, WORDS), Set.of("de", "en")),
            new Plain("sentences", Set.of(), Set.of(SENTENCES), Set.of())));

    /** Makes steps by the rules of {@link PlainLayers}, and notes what was made. */
    private class Plain implements AnnotatorProvider {
        private final String name;
        private final Set<Layer<?>> requires;
        private final Set<Layer<?>> provides;
        private final Set<String> languages;

        Plain(String name, Set<Layer<?>> requires, Set<Layer<?>> provides, Set<String> languages) {
            this.name = name;
            this.requires = requires;
            this.provides = provides;
            this.languages = languages;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<Layer<?>> requires() {
            return requires;
        }

        @Override
        public Set<Layer<?>> provides() {
            return provides;
        }

        @Override
        public Set<String> languages() {
            return languages;
        }

        @Override
        public Annotator create(Settings settings) {
            made.add(name
                    + (languages.isEmpty()
                            ? ""
                            : " " + settings.text("language").required()));
            return new FunctionAnnotator(name, requires, provides, document -> PlainLayers.add(document, provides));
        }
    }

    private Pipeline read(String json) {
        return PipelineFile.read(Settings.parse("p.json", json), providers);
    }

    @Test
    void findsAndOrdersTheStepsAndMakesThemWhenADocumentComes() {
        var pipeline = read("{\"layers\": [\"lemmas\", \"stems\"], \"language\": \"en\"}");
        assertThat(pipeline.name()).isEqualTo("[sentences, tokens, pos, lemmas, stems]");
        assertThat(made).isEmpty();
        assertThat(pipeline.process("A dog.").layers())
                .containsExactlyInAnyOrder(SENTENCES, TOKENS, WORDS, POS, LEMMAS, STEMS);
        pipeline.process("A cat.");
        assertThat(made).containsExactly("sentences", "tokens en", "pos en", "lemmas en", "stems en");
    }

    @Test
    void explainsWithoutMakingAnything() {
        assertThat(read("{\"layers\": [\"stems\"], \"optional\": [\"pos\"], \"language\": \"de\"}")
                        .explain())
                .isEqualTo("""
                        sentences: [] -> [sentences]
                            by org.dragoman.pipeline.WantedLayersTest$Plain, settings {}
                        tokens: [sentences] -> [tokens, words]
                            by org.dragoman.pipeline.WantedLayersTest$Plain, settings {"language":"de"}
                        stems: [words] -> [stems]
                            by org.dragoman.pipeline.WantedLayersTest$Plain, settings {"language":"de"}
                        left out: pos: no annotator on the class path gives [pos] for language 'de'; languages that have one are en""");
        assertThat(made).isEmpty();
    }

    @Test
    void whatDocumentsHaveAlreadyIsNotDoneAgain() {
        var pipeline = read("""
                {"given": ["sentences", "tokens", "words"], "layers": ["tokens", "pos"], "language": "en"}""");
        assertThat(pipeline.name()).isEqualTo("[pos]");
        assertThat(pipeline.requires()).containsExactlyInAnyOrder(SENTENCES, TOKENS, WORDS);
    }

    @Test
    void aNamedStepSettlesWhichAndGetsTheLanguage() {
        providers.add(new Plain("other-pos", Set.of(WORDS), Set.of(POS), Set.of("en")));
        var pipeline = read("""
                {"steps": ["other-pos", {"annotator": "stems", "language": "fr"}], "layers": ["lemmas"], "language": "en"}""");
        assertThat(pipeline.name()).isEqualTo("[sentences, tokens, other-pos, stems, lemmas]");
        assertThat(made).containsExactly("other-pos en", "stems fr");
        assertThat(pipeline.steps().get(2).settings()).contains("{\"annotator\":\"other-pos\",\"language\":\"en\"}");
    }

    @Test
    void aNamedStepIsNotMadeForAnotherLanguageThanTheText() {
        var pipeline = read("{\"steps\": [\"sentences\", \"tokens\"], \"language\": \"fr\"}");
        assertThat(pipeline.name()).isEqualTo("[sentences, tokens]");
        assertThat(made).containsExactly("sentences", "tokens fr"); // which a real provider refuses in its own words
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {"layers": ["lemmas", "entities"], "language": "de"} ~ the layers [entities, lemmas] cannot be had: no annotator on the class path gives [lemmas] for language 'de'; languages that have one are en; no annotator on the class path gives [entities] without settings; add its jar, or name it among the steps with its settings
            {"layers": ["stems"], "language": "fr"}  ~ the layers [stems] cannot be had: no annotator on the class path gives [words], which 'stems' needs, for language 'fr'; languages that have one are de, en
            {"layers": ["stems"]}                    ~ the layers [stems] cannot be had: [stems] depends on the language, and none is given; languages that have one are de, en, fr
            {"layers": ["stmes"], "language": "en"}  ~ layers[0] names no layer: there is no "stmes"; did you mean 'stems'?
            {"layers": ["stems"], "language": "eng"} ~ language names no language of an annotator: there is no "eng"; did you mean 'en'?
            {"layer": ["stems"], "steps": ["stems"]} ~ unknown key 'layer'; did you mean 'layers'?
            {"preset": "es"}                         ~ preset names no preset: there is no "es"; did you mean 'en'?
            {"preset": "en", "language": "en"}       ~ language goes without a preset, which has its own; leave one of them out
            """)
    void saysWhatCannotBeHad(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p.json")
                .hasMessageContaining(message);
    }

    @Test
    void saysWhoElseGivesALayer() {
        providers.add(new Plain("other-pos", Set.of(WORDS), Set.of(POS), Set.of("en")));
        assertThatThrownBy(() -> read("{\"layers\": [\"pos\"], \"language\": \"en\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p.json: the layers [pos] cannot be had: [pos] is given by "
                        + "'other-pos' (org.dragoman.pipeline.WantedLayersTest$Plain) and "
                        + "'pos' (org.dragoman.pipeline.WantedLayersTest$Plain); name one of them among the steps");
    }

    @Test
    void stepsThatNeedEachOtherAreRefused() {
        providers.add(new Plain("entities", Set.of(Layers.CHUNKS), Set.of(ENTITIES), Set.of()));
        providers.add(new Plain("chunks", Set.of(ENTITIES), Set.of(Layers.CHUNKS), Set.of()));
        assertThatThrownBy(() -> read("{\"layers\": [\"entities\"]}"))
                .hasMessage("p.json: the pipeline [entities, chunks] cannot run: "
                        + "'entities' needs [chunks], which no step before it provides (move 'chunks' before it)");
    }

    @Test
    void aProviderThatSaysSomethingElseThanItsAnnotatorIsToldApart() {
        providers.set(4, new Plain("sentences", Set.of(), Set.of(SENTENCES), Set.of()) {
            @Override
            public Annotator create(Settings settings) {
                return PipelineTest.step("sentences", Set.of(POS), Set.of(SENTENCES));
            }
        });
        var pipeline = read("{\"layers\": [\"sentences\"]}");
        assertThatThrownBy(pipeline::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(
                        " says that 'sentences' needs [] and gives [sentences], but the annotator that it made needs"
                                + " [pos] and gives [sentences]; correct the provider");
    }

    @ParameterizedTest
    @CsvSource({"en, '[sentences, tokens, pos, lemmas, stems]'", "de, '[sentences, tokens, stems]'"})
    void aPresetTakesWhatThereIs(String preset, String steps) {
        var pipeline = read("{\"preset\": \"" + preset + "\", \"settings\": {\"threads\": 1}}");
        assertThat(pipeline.name()).isEqualTo(steps);
        assertThat(pipeline.explain())
                .contains("left out: entities: no annotator on the class path gives [entities] without settings");
        assertThat(pipeline.settings().threads()).isEqualTo(1);
    }

    @Test
    void aPresetSaysWhatItCannotDoWithout() {
        assertThatThrownBy(() -> read("{\"preset\": \"fr\"}"))
                .hasMessageStartingWith("p.json: the layers [sentences, tokens, words] cannot be had: "
                        + "no annotator on the class path gives [tokens] for language 'fr'");
    }

    @Test
    void measuresEachStepAndKeepsWhatFailed() {
        providers.set(2, new Plain("stems", Set.of(WORDS), Set.of(STEMS), Set.of("en")) {
            @Override
            public Annotator create(Settings settings) {
                settings.text("language").required();
                return new FunctionAnnotator("stems", Set.of(WORDS), Set.of(STEMS), document -> {
                    if (document.text().equals("bad")) {
                        throw new IllegalArgumentException("no such word");
                    }
                    return PlainLayers.add(document, Set.of(STEMS));
                });
            }
        });
        var pipeline = read("{\"layers\": [\"stems\"], \"language\": \"en\", \"settings\": {\"batchSize\": 2}}");
        var profile = pipeline.profile(Stream.of("A dog.", "bad", "A cat.").map(Document::of));
        assertThat(profile.documents()).isEqualTo(3);
        assertThat(profile.characters()).isEqualTo(15);
        assertThat(profile.failures())
                .extracting(failed -> failed.exception().getMessage())
                .containsExactly("'stems' failed on document 'untitled': no such word");
        assertThat(profile.steps()).extracting(StepCost::step).containsExactly("sentences", "tokens", "stems");
        assertThat(profile.steps()).allSatisfy(cost -> {
            assertThat(cost.time()).isPositive();
            assertThat(cost.loading()).isPositive();
            assertThat(cost.allocatedBytes().orElse(1)).isPositive();
        });
        assertThat(profile.explain())
                .startsWith("3 documents, 15 characters, 1 failed;")
                .containsPattern("\nstep +loading ms +time ms +memory MB\nsentences +\\d+\\.\\d +\\d+\\.\\d +");
    }
}
