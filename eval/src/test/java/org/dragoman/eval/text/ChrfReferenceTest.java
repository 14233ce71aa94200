package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.data.Offset;
import org.dragoman.corpora.ByteOrderMark;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.Segment;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Equality with sacreBLEU 2.6.0: on the published sets, and on 2,000 random cases of all of Unicode with all settings, one to three
 * references or a varying number, which {@code src/test/python/chrf_cases.py} made.
 */
class ChrfReferenceTest {
    private static final Offset<Double> TO_THE_LAST_DIGIT = within(1e-8);
    private static final String WMT17 = "metrics/wmt17-ende/";
    private static final Map<String, ChrfConfig> KEYS = Map.of(
            "chrf2", ChrfConfig.CHRF,
            "chrf2_eps", ChrfConfig.CHRF.withEpsilonSmoothing(true),
            "chrf++", ChrfConfig.CHRF_PLUS_PLUS,
            "chrf++_eps", ChrfConfig.CHRF_PLUS_PLUS.withEpsilonSmoothing(true),
            "chrf3", ChrfConfig.CHRF.withBeta(3),
            "chrf2_lc", ChrfConfig.CHRF.withLowerCase(true));

    @Test
    void randomCasesEqualSacreBleu() throws IOException {
        var cases = new ObjectMapper()
                .readTree(new GZIPInputStream(ChrfReferenceTest.class.getResourceAsStream("chrf-cases.json.gz")))
                .get("cases");
        assertThat(cases).hasSize(2000);
        for (var random : cases) {
            var segments = new ArrayList<Segment>();
            random.get("segments")
                    .forEach(s -> segments.add(
                            new Segment(s.get("hypothesis").asText(), SacreBleu.strings(s.get("references")))));
            var score = new Chrf(config(random.get("args"))).score(segments);
            assertEqual(score, random);
            assertThat(score).hasToString(random.get("printed").asText());
            assertThat(score.signature().brief())
                    .isEqualTo(SacreBleu.asOurs(random.get("short_signature").asText()));
        }
    }

    @Test
    void smallCasesEqualSacreBleu() throws IOException {
        var cases = StreamSupport.stream(
                        json("metrics/small-cases/cases.json").get("cases").spliterator(), false)
                .filter(small -> small.get("metric").asText().equals("chrf"))
                .toList();
        assertThat(cases).hasSize(52);
        for (var small : cases) {
            var sets = new ArrayList<List<String>>();
            small.get("references").forEach(set -> sets.add(SacreBleu.strings(set)));
            var segments = Segment.zip(SacreBleu.strings(small.get("hypotheses")), sets);
            assertEqual(new Chrf(config(small.get("args"))).score(segments), small);
        }
    }

    @Test
    void systemsAndSentencesOfWmt17EqualSacreBleu() throws IOException {
        var systems = json(WMT17 + "expected.json").get("systems");
        var references = lines("newstest2017.ref.de");
        assertThat(systems).hasSize(8);
        for (var system : systems.properties()) {
            var hypotheses = lines(system.getKey());
            var segments = Segment.zip(hypotheses, List.of(references));
            KEYS.forEach((key, config) -> assertEqual(
                    new Chrf(config).score(segments), system.getValue().get(key)));
            var sentences = system.getValue().get("sentences_first_200");
            for (var i = 0; i < sentences.size(); i++) {
                for (var key : List.of("chrf2", "chrf++")) {
                    assertThat(new Chrf(KEYS.get(key)).score(segments.get(i)).value())
                            .as("%s:%d", system.getKey(), i + 1)
                            .isCloseTo(sentences.get(i).get(key).asDouble(), TO_THE_LAST_DIGIT);
                }
            }
        }
    }

    /** To the four digits of the figures; the script's own way of averaging is epsilon smoothing. */
    @Test
    void systemsOfWmt17EqualTheFiguresPublishedForTheAuthorsScript() throws IOException {
        var systems = json(WMT17 + "expected.json").get("systems").properties().stream()
                .filter(system -> system.getValue().get("published").has("chrf_official"))
                .toList();
        assertThat(systems).hasSize(2);
        for (var system : systems) {
            var segments = Segment.zip(lines(system.getKey()), List.of(lines("newstest2017.ref.de")));
            var published = system.getValue().get("published");
            assertThat(new Chrf(KEYS.get("chrf2_eps")).score(segments).value())
                    .isCloseTo(published.get("chrf_official").asDouble(), within(5.1e-5));
            assertThat(new Chrf(KEYS.get("chrf++_eps")).score(segments).value())
                    .isCloseTo(published.get("chrfpp_official").asDouble(), within(5.1e-5));
        }
    }

    @Test
    void twoReferencesOfWmt17EqualSacreBleu() throws IOException {
        var two = json(WMT17 + "expected.json").get("two_references");
        var sets = SacreBleu.strings(two.get("references")).stream()
                .map(ChrfReferenceTest::lines)
                .toList();
        var segments = Segment.zip(lines(two.get("hypothesis").asText()), sets);
        for (var key : List.of("chrf2", "chrf++")) {
            assertEqual(new Chrf(KEYS.get(key)).score(segments), two.get(key));
        }
    }

    private static ChrfConfig config(JsonNode arguments) {
        return new ChrfConfig(
                arguments.path("char_order").asInt(6),
                arguments.path("word_order").asInt(0),
                arguments.path("beta").asInt(2),
                arguments.path("lowercase").asBoolean(false),
                arguments.path("whitespace").asBoolean(false),
                arguments.path("eps_smoothing").asBoolean(false));
    }

    private static void assertEqual(ChrfScore score, JsonNode expected) {
        var value = expected.has("score") ? expected.get("score") : expected.get("expected");
        assertThat(score.value()).as("%s", expected).isCloseTo(value.asDouble(), TO_THE_LAST_DIGIT);
        assertThat(score.signature())
                .hasToString(SacreBleu.asOurs(expected.get("signature").asText()));
    }

    private static List<String> lines(String name) {
        return Lines.readAll(TestData.file(WMT17 + name), ByteOrderMark.KEEP);
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(TestData.file(name).toFile());
    }
}
