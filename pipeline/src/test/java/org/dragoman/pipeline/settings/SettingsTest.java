package org.dragoman.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

class SettingsTest {
    enum Metric {
        BLEU,
        SENTENCE_CHRF
    }

    record Beam(int width, double penalty) {
        static final Beam DEFAULT = new Beam(5, 0.6);

        Beam {
            if (width > 100) {
                throw new IllegalArgumentException("beam width must be at most 100, got " + width);
            }
        }

        static Beam from(Settings settings) {
            return new Beam(
                    settings.integer("width").atLeast(1).or(DEFAULT.width),
                    settings.decimal("penalty").between(0.0, 2.0).or(DEFAULT.penalty));
        }
    }

    sealed interface Attention {
        record Additive(int size) implements Attention {}

        record Dot() implements Attention {}

        Map<String, Function<Settings, Attention>> KINDS = Map.of(
                "additive",
                settings -> new Additive(settings.integer("size").required()),
                "dot",
                settings -> new Dot());
    }

    record Experiment(String name, long seed, Beam beam, Attention attention) {
        static Experiment from(Settings settings) {
            return new Experiment(
                    settings.text("name").required(),
                    settings.longInteger("seed").or(1L),
                    settings.object("beam", Beam::from).or(Beam.DEFAULT),
                    settings.<Attention>kind("attention", Attention.KINDS).required());
        }
    }

    @Test
    void buildsARecord() {
        var experiment = build("""
                {"name": "a", "seed": 12345678901, "beam": {"width": 3},
                 "attention": {"type": "additive", "size": 64}}""", Experiment::from);
        assertThat(experiment)
                .isEqualTo(new Experiment("a", 12345678901L, new Beam(3, 0.6), new Attention.Additive(64)));
    }

    @Test
    void takesAKindWithoutSettingsByItsName() {
        assertThat(build("{\"name\": \"a\", \"attention\": \"dot\"}", Experiment::from)
                        .attention())
                .isEqualTo(new Attention.Dot());
    }

    @Test
    void reportsEverythingThatIsWrongWithItsPath() {
        assertThatThrownBy(() -> build("""
                {"seed": 1.5, "beem": {}, "beam": {"width": 0, "penalty": "high", "lenght": 1},
                 "attention": {"type": "additive", "sise": 64}}""", Experiment::from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        run.json has 8 problems:
                          name is missing; expected a string
                          seed must be a whole number, got 1.5
                          beam.width must be at least 1, got 0
                          beam.penalty must be a number, got "high"
                          unknown key 'beam.lenght'; expected one of penalty, width
                          attention.size is missing; expected a whole number
                          unknown key 'attention.sise'; did you mean 'size'?
                          unknown key 'beem'; did you mean 'beam'?""");
    }

    @Test
    void reportsASingleProblemInOneLine() {
        assertThatThrownBy(() -> build("{\"width\": -3}", Beam::from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run.json: width must be at least 1, got -3");
    }

    @Test
    void reportsWhatAConstructorRefusesAtItsPlace() {
        assertThatThrownBy(() -> build(
                        "{\"name\": \"a\", \"attention\": \"dot\", \"beam\": {\"width\": 101}}", Experiment::from))
                .hasMessage("run.json: beam: beam width must be at most 100, got 101")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void reportsAnUnknownKind() {
        assertThatThrownBy(() -> build("{\"name\": \"a\", \"attention\": \"aditive\"}", Experiment::from))
                .hasMessage("run.json: attention: unknown type 'aditive'; did you mean 'additive'?");
        assertThatThrownBy(() -> build("{\"name\": \"a\", \"attention\": 3}", Experiment::from))
                .hasMessage("run.json: attention must be a name or an object, got 3");
    }

    @Test
    void readsEveryKindOfValue() {
        var json = """
                {"flag": true, "metric": "sentence-chrf", "texts": ["a", "b"], "integers": [1, 2], "decimals": [1, 0.5],
                 "path": "models/m.bin", "beams": [{"width": 1}, {}], "any": "x"}""";
        build(json, settings -> {
            assertThat(settings.flag("flag").required()).isTrue();
            assertThat(settings.choice("metric", Metric.class).required()).isEqualTo(Metric.SENTENCE_CHRF);
            assertThat(settings.texts("texts").required()).containsExactly("a", "b");
            assertThat(settings.integers("integers").required()).containsExactly(1, 2);
            assertThat(settings.decimals("decimals").required()).containsExactly(1.0, 0.5);
            assertThat(settings.path("path").required()).isEqualTo(Path.of("models/m.bin"));
            assertThat(settings.objects("beams", Beam::from).required())
                    .containsExactly(new Beam(1, 0.6), Beam.DEFAULT);
            assertThat(settings.text("any").optional()).contains("x");
            assertThat(settings.text("none").optional()).isEmpty();
            assertThat(settings.keys()).startsWith("flag", "metric");
            return "";
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    flag     | 1              | flag must be true or false, got 1
                    metric   | "blue"         | metric must be one of bleu, sentence-chrf, got "blue"
                    texts    | ["a", 1]       | texts must be a list of strings, got ["a",1]
                    texts    | "a"            | texts must be a list of strings, got "a"
                    integers | [1, 2.5]       | integers must be a list of whole numbers, got [1,2.5]
                    decimals | [1, null]      | decimals must be a list of numbers, got [1,null]
                    beam     | []             | beam must be an object, got []
                    beams    | {}             | beams must be a list of objects, got {}
                    beams    | [{}, 7]        | beams[1] must be an object, got 7
                    beams    | [{}, {"x": 1}] | unknown key 'beams[1].x'; expected one of penalty, width
                    path     | ""             | path must be a path, got ""
                    integer  | 3000000000     | integer must be a whole number from -2147483648 to 2147483647, got 3000000000
                    integer  | null           | integer must be a whole number, got null
                    """)
    void saysWhatAValueShouldBe(String key, String value, String message) {
        assertThatThrownBy(() -> build("{\"" + key + "\": " + value + "}", settings -> {
                    settings.flag("flag").or(false);
                    settings.choice("metric", Metric.class).or(Metric.BLEU);
                    settings.texts("texts").or(List.of());
                    settings.integers("integers").or(List.of());
                    settings.decimals("decimals").or(List.of());
                    settings.object("beam", Beam::from).or(Beam.DEFAULT);
                    settings.objects("beams", Beam::from).or(List.of());
                    settings.path("path").or(Path.of(""));
                    settings.integer("integer").or(1);
                    return "";
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run.json: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a | a must be at most 5, got 6
                    b | b must be above 6.5, got 6
                    c | c must be below 6, got 6
                    d | d must be between 1 and 5, got 6
                    e | e must be even and small, got 6
                    """)
    void saysWhichRangeAValueShouldBeIn(String key, String message) {
        assertThatThrownBy(() -> build("{\"" + key + "\": 6}", settings -> {
                    settings.integer("a").atMost(5).or(1);
                    settings.decimal("b").above(6.5).or(7.0);
                    settings.longInteger("c").below(6L).or(1L);
                    settings.integer("d").between(1, 5).or(1);
                    settings.integer("e")
                            .check(n -> n % 2 == 0 && n < 5, "even and small")
                            .or(2);
                    return "";
                }))
                .hasMessage("run.json: " + message);
    }

    @Test
    void theBoundsOfARangeAreAllowed() {
        int sum = build(
                "{\"a\": 5, \"b\": 1}",
                settings -> settings.integer("a").between(1, 5).required()
                        + settings.integer("b").between(1, 5).required());
        assertThat(sum).isEqualTo(6);
    }

    @Test
    void takesFaultsThatAReaderFindsItself() {
        assertThatThrownBy(() -> build("{\"width\": 3}", settings -> {
                    var beam = Beam.from(settings);
                    settings.problem("width", "must be odd and larger than 3");
                    return beam;
                }))
                .hasMessage("run.json: width must be odd and larger than 3");
    }

    @Test
    void aFaultOfTheProgramIsNotTakenForOneOfTheFile() {
        assertThatThrownBy(() -> build("{}", settings -> List.of().get(0)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void commentsArePassedOver() {
        var text = "{ // the first\n \"a\": 1, /* the second */ \"b\": \"// no comment\"} // the end";
        assertThat(Settings.parse("run.json", text).json()).isEqualTo("{\"a\":1,\"b\":\"// no comment\"}");
    }

    @Test
    void saysWhereJsonIsBroken() {
        assertThatThrownBy(() -> Settings.parse("run.json", "{\"a\": 1,\n \"b\" 2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("run.json:2:")
                .hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> Settings.parse("run.json", "{\"a\": 1, \"a\": 2}"))
                .hasMessageContaining("Duplicate field 'a'");
        assertThatThrownBy(() -> Settings.parse("run.json", "{} {}")).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> Settings.parse("run.json", "[1]"))
                .hasMessage("run.json: expected a JSON object, got [1]");
        assertThatThrownBy(() -> Settings.parse("run.json", " "))
                .hasMessage("run.json: expected a JSON object, got nothing");
    }

    @Test
    void readsAFileAndResolvesPathsBesideIt(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("run.json"), "{\"model\": \"m.bin\"}");
        Path model =
                Settings.read(file).build(settings -> settings.path("model").required());
        assertThat(model).isEqualTo(folder.resolve("m.bin"));
        assertThatThrownBy(() -> Settings.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read settings from " + folder.resolve("none.json") + ": there is no such file");
    }

    /** Distances by hand: substitution, insertion, deletion, swap; a swap with an edit between is two edits and more. */
    @ParameterizedTest
    @CsvSource({
        "abc,abc,0",
        "abc,abd,1",
        "abc,abcd,1",
        "abc,ac,1",
        "abc,acb,1",
        "'',abc,3",
        "ca,abc,3",
        "kitten,sitting,3"
    })
    void measuresEditDistance(String a, String b, int distance) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
        assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
    }

    private static <T> T build(String json, Function<Settings, T> builder) {
        return Settings.parse("run.json", json).build(builder);
    }
}
