package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.ByteOrderMark;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.eval.Segment;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Equality with sacreBLEU 2.6.0 on the published sets; how each expected value was made is said in the file that holds it. */
class BleuReferenceTest {
    private static final String WMT17 = "metrics/wmt17-ende/";
    private static final Map<String, BleuConfig> WMT17_KEYS = Map.of(
            "bleu_13a", BleuConfig.CORPUS,
            "bleu_13a_lc", BleuConfig.CORPUS.withLowerCase(true),
            "bleu_none", BleuConfig.CORPUS.withTokenizer(BleuTokenizer.NONE),
            "bleu_intl", BleuConfig.CORPUS.withTokenizer(BleuTokenizer.INTL),
            "bleu_char", BleuConfig.CORPUS.withTokenizer(BleuTokenizer.CHAR));

    @Test
    void smallCasesEqualSacreBleu() throws IOException {
        var cases = stream(json("metrics/small-cases/cases.json").get("cases"))
                .filter(small -> small.get("metric").asText().equals("bleu"))
                .toList();
        assertThat(cases).hasSize(39);
        for (var small : cases) {
            var config = SacreBleu.config(small.get("args"));
            var sets = stream(small.get("references")).map(SacreBleu::strings).toList();
            var segments = Segment.zip(SacreBleu.strings(small.get("hypotheses")), sets);
            SacreBleu.assertEqual(new Bleu(config).score(segments), small, config.smoothing());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"13a", "intl", "char"})
    void tokensEqualSacreBleus(String name) throws IOException {
        var examples = json("metrics/small-cases/cases.json").get("tokenizers");
        assertThat(examples).hasSize(13);
        for (var example : examples) {
            var expected = WhiteSpace.split(example.get(name).asText());
            assertThat(BleuTokenizer.named(name).tokenize(example.get("text").asText()))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bleu_13a", "bleu_13a_lc", "bleu_none", "bleu_intl", "bleu_char"})
    void systemsOfWmt17EqualSacreBleu(String key) throws IOException {
        var config = WMT17_KEYS.get(key);
        var systems = json(WMT17 + "expected.json").get("systems");
        assertThat(systems).hasSize(8);
        for (var system : systems.properties()) {
            var segments = Segment.zip(lines(system.getKey()), List.of(lines("newstest2017.ref.de")));
            SacreBleu.assertEqual(
                    new Bleu(config).score(segments), system.getValue().get(key), config.smoothing());
        }
    }

    @Test
    void systemsOfWmt17EqualTheFiguresPublishedForMteval() throws IOException {
        for (var system : json(WMT17 + "expected.json").get("systems").properties()) {
            var segments = Segment.zip(lines(system.getKey()), List.of(lines("newstest2017.ref.de")));
            var published = system.getValue().at("/published/bleu_mteval_v13a").asDouble();
            assertThat(new Bleu(BleuConfig.CORPUS).score(segments).value())
                    .as(system.getKey())
                    .isCloseTo(published, within(0.005));
        }
    }

    @Test
    void sentencesOfWmt17EqualSacreBleu() throws IOException {
        var references = lines("newstest2017.ref.de");
        for (var system : json(WMT17 + "expected.json").get("systems").properties()) {
            var hypotheses = lines(system.getKey());
            var expected = system.getValue().get("sentences_first_200");
            assertThat(expected).hasSize(200);
            for (var i = 0; i < expected.size(); i++) {
                var score = new Bleu(BleuConfig.SENTENCE).score(new Segment(hypotheses.get(i), references.get(i)));
                assertThat(score.value())
                        .as("%s:%d", system.getKey(), i + 1)
                        .isCloseTo(expected.get(i).get("bleu").asDouble(), within(1e-8));
            }
        }
    }

    @Test
    void twoReferencesOfWmt17EqualSacreBleu() throws IOException {
        var two = json(WMT17 + "expected.json").get("two_references");
        var sets = SacreBleu.strings(two.get("references")).stream()
                .map(BleuReferenceTest::lines)
                .toList();
        var segments = Segment.zip(lines(two.get("hypothesis").asText()), sets);
        SacreBleu.assertEqual(
                new Bleu(BleuConfig.CORPUS).score(segments), two.get("bleu_13a"), new BleuSmoothing.Exponential());
    }

    @Test
    void aTranslationSystemsOutputEqualsSacreBleu() throws IOException {
        var expected = json("metrics/nmt-deen/expected.json");
        assertThat(new Bleu(BleuConfig.CORPUS).score(deEn()).value())
                .isCloseTo(expected.get("bleu_13a_exp").asDouble(), within(1e-8));

        var plain = BleuConfig.CORPUS.withTokenizer(BleuTokenizer.NONE).withSmoothing(new BleuSmoothing.None());
        var score = new Bleu(plain).score(deEn());
        assertThat(score.value())
                .isCloseTo(expected.get("bleu_split_on_any_whitespace").asDouble(), within(1e-8));
        assertThat(score.referenceLength()).isEqualTo(expected.get("ref_len").asLong());
        assertThat(score.matches()).map(Long::intValue).isEqualTo(integers(expected.get("counts")));
    }

    @Test
    void aTokenizerOfOnesOwnGivesTheScoreThatTensorFlowNmtPublished() throws IOException {
        var singleSpaces = new BleuTokenizer() {
            @Override
            public String name() {
                return "single-spaces";
            }

            @Override
            public List<String> tokenize(String segment) {
                return List.of(segment.split(" "));
            }
        };
        var config = BleuConfig.CORPUS.withTokenizer(singleSpaces).withSmoothing(new BleuSmoothing.None());
        var expected = json("metrics/nmt-deen/expected.json");
        var score = new Bleu(config).score(deEn());
        assertThat(score.value()).isCloseTo(expected.get("stated_upstream").asDouble(), within(1e-8));
        assertThat(score.totals()).map(Long::intValue).isEqualTo(integers(expected.get("totals_single_space")));
        assertThat(score.signature().toString()).contains("|tok:single-spaces|");
    }

    private static List<Segment> deEn() {
        var output = Lines.readAll(TestData.file("metrics/nmt-deen/deen_output"), ByteOrderMark.KEEP);
        var references = Lines.readAll(TestData.file("metrics/nmt-deen/deen_ref_bpe"), ByteOrderMark.KEEP).stream()
                .map(line -> line.replace("@@ ", ""))
                .toList();
        return Segment.zip(output, List.of(references));
    }

    /** Lines as sacreBLEU reads them; a byte order mark is part of a system's output. */
    private static List<String> lines(String name) {
        return Lines.readAll(TestData.file(WMT17 + name), ByteOrderMark.KEEP);
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(TestData.file(name).toFile());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<Integer> integers(JsonNode array) {
        var integers = new ArrayList<Integer>();
        array.forEach(element -> integers.add(element.asInt()));
        return integers;
    }
}
