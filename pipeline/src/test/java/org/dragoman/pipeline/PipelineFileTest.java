package org.dragoman.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dragoman.pipeline.Layers.SENTENCES;
import static org.dragoman.pipeline.Layers.TOKENS;
import static org.dragoman.pipeline.Layers.WORDS;

import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

class PipelineFileTest {
    private final List<String> closed = new ArrayList<>();
    private final List<AnnotatorProvider> providers = List.of(
            provider("sentences", settings -> PipelineTest.step("sentences", Set.of(), Set.of(SENTENCES))),
            provider("tokens", settings -> {
                var language = settings.text("language").or("en");
                settings.integer("maxLength").between(1, 100).or(50);
                return PipelineTest.step("tokens-" + language, Set.of(SENTENCES), Set.of(TOKENS, WORDS));
            }),
            provider(
                    "model", settings -> new Model(closed, settings.path("file").required())));

    @Test
    void readsStepsWithAndWithoutSettings() {
        var pipeline = read("""
                {"settings": {"batchSize": 7, "threads": 2},
                 "steps": ["sentences", {"annotator": "tokens", "language": "de"}]}""");
        assertThat(pipeline.name()).isEqualTo("[sentences, tokens-de]");
        assertThat(pipeline.settings())
                .isEqualTo(PipelineSettings.DEFAULT.withBatchSize(7).withThreads(2));
        assertThat(pipeline.process("a b").get(TOKENS)).hasSize(2);
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> read("""
                {"setings": {},
                 "settings": {"threads": 0},
                 "steps": ["sentences", "tokes", {"annotator": "tokens", "langauge": "de", "maxLength": 101}, 7,
                           {"language": "de"}]}"""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        en.json has 7 problems:
                          settings.threads must be at least 1, got 0
                          steps[1]: unknown annotator 'tokes'; did you mean 'tokens'?
                          steps[2].maxLength must be between 1 and 100, got 101
                          unknown key 'steps[2].langauge'; did you mean 'language'?
                          steps[3] must be a name or an object, got 7
                          steps[4]: 'annotator' is missing; expected one of model, sentences, tokens
                          unknown key 'setings'; did you mean 'settings'?""");
    }

    @Test
    void reportsStepsInAWrongOrder() {
        assertThatThrownBy(() -> read("{\"steps\": [\"tokens\", \"sentences\"]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("en.json: the pipeline [tokens-en, sentences] cannot run: 'tokens-en' needs [sentences], "
                        + "which no step before it provides (move 'sentences' before it)");
    }

    @Test
    void needsAtLeastOneStep() {
        assertThatThrownBy(() -> read("{}"))
                .hasMessage(
                        "en.json: steps is missing; expected a list of names or objects, or \"layers\", or a \"preset\"");
        assertThatThrownBy(() -> read("{\"steps\": []}"))
                .hasMessage("en.json: steps must be a list of at least one step, got []");
    }

    @Test
    void closesTheStepsThatWereMadeIfAnotherIsWrong() {
        assertThatThrownBy(() -> read("{\"steps\": [{\"annotator\": \"model\", \"file\": \"m.bin\"}, \"nothing\"]}"))
                .hasMessageContaining("unknown annotator 'nothing'");
        assertThat(closed).containsExactly("m.bin");
    }

    @Test
    void refusesTwoProvidersWithOneName() {
        var twice = List.of(providers.get(0), providers.get(0));
        assertThatThrownBy(() -> PipelineFile.read(Settings.parse("en.json", "{}"), twice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("two annotators on the class path are called 'sentences': ");
    }

    @Test
    void findsProvidersOnTheClassPathAndPathsBesideTheFile(@TempDir Path folder) throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(AnnotatorProvider.class.getName()), MarkerProvider.class.getName());
        var file = folder.resolve("pipeline.json");
        Files.writeString(file, "{\"steps\": [{\"annotator\": \"test-marker\", \"file\": \"models/m.bin\"}]}");
        var loader = Thread.currentThread().getContextClassLoader();
        try (var withServices = new URLClassLoader(new URL[] {folder.toUri().toURL()}, loader)) {
            Thread.currentThread().setContextClassLoader(withServices);
            assertThat(Pipeline.read(file).annotators())
                    .extracting(Annotator::name)
                    .containsExactly("marker " + folder.resolve("models/m.bin"));
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
        }
    }

    private Pipeline read(String json) {
        return PipelineFile.read(Settings.parse("en.json", json), providers);
    }

    private static AnnotatorProvider provider(String name, Function<Settings, Annotator> maker) {
        return new AnnotatorProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Annotator create(Settings settings) {
                return maker.apply(settings);
            }
        };
    }

    private record Model(List<String> closed, Path file) implements Annotator, AutoCloseable {
        @Override
        public String name() {
            return "model";
        }

        @Override
        public Set<Layer<?>> requires() {
            return Set.of();
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of();
        }

        @Override
        public Document annotate(Document document) {
            return document;
        }

        @Override
        public void close() {
            closed.add(file.getFileName().toString());
        }
    }

    /** Found by the service loader. */
    public static final class MarkerProvider implements AnnotatorProvider {
        @Override
        public String name() {
            return "test-marker";
        }

        @Override
        public Annotator create(Settings settings) {
            return PipelineTest.step("marker " + settings.path("file").required(), Set.of(), Set.of());
        }
    }
}
