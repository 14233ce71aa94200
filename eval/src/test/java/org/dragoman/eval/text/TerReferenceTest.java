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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Equality with sacreBLEU 2.6.0 on the published sets; how each expected value was made is said in the file that holds it. */
class TerReferenceTest {
    private static final String WMT17 = "metrics/wmt17-ende/";
    private static final Map<String, TerConfig> WMT17_KEYS = Map.of(
            "ter", TerConfig.DEFAULT,
            "ter_norm_cs", TerConfig.DEFAULT.withNormalized(true).withCaseSensitive(true),
            "ter_nopunct", TerConfig.DEFAULT.withNoPunctuation(true));
    private static final Map<String, TerConfig> TOKENIZER_KEYS = Map.of(
            "ter", TerConfig.DEFAULT,
            "ter_normalized", TerConfig.DEFAULT.withNormalized(true),
            "ter_no_punct", TerConfig.DEFAULT.withNoPunctuation(true));

    @Test
    void smallCasesEqualSacreBleu() throws IOException {
        var cases = stream(json("metrics/small-cases/cases.json").get("cases"))
                .filter(small -> small.get("metric").asText().equals("ter"))
                .toList();
        assertThat(cases).hasSize(26);
        for (var small : cases) {
            var sets = stream(small.get("references")).map(SacreBleu::strings).toList();
            var segments = Segment.zip(SacreBleu.strings(small.get("hypotheses")), sets);
            SacreBleuTer.assertEqual(new Ter(SacreBleuTer.config(small.get("args"))).score(segments), small);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ter", "ter_normalized", "ter_no_punct"})
    void wordsEqualSacreBleus(String key) throws IOException {
        var examples = json("metrics/small-cases/cases.json").get("tokenizers");
        assertThat(examples).hasSize(13);
        var tokenizer = new TercomTokenizer(TOKENIZER_KEYS.get(key));
        for (var example : examples) {
            assertThat(tokenizer.tokenize(example.get("text").asText()))
                    .isEqualTo(WhiteSpace.split(example.get(key).asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ter", "ter_norm_cs", "ter_nopunct"})
    void systemsOfWmt17EqualSacreBleu(String key) throws IOException {
        var ter = new Ter(WMT17_KEYS.get(key));
        var systems = json(WMT17 + "expected.json").get("systems");
        assertThat(systems).hasSize(8);
        for (var system : systems.properties()) {
            var segments = Segment.zip(lines(system.getKey()), List.of(lines("newstest2017.ref.de")));
            SacreBleuTer.assertEqual(ter.score(segments), system.getValue().get(key));
        }
    }

    @Test
    void sentencesOfWmt17EqualSacreBleu() throws IOException {
        var ter = new Ter(TerConfig.DEFAULT);
        var references = lines("newstest2017.ref.de");
        for (var system : json(WMT17 + "expected.json").get("systems").properties()) {
            var hypotheses = lines(system.getKey());
            var expected = system.getValue().get("sentences_first_200");
            assertThat(expected).hasSize(200);
            for (var i = 0; i < expected.size(); i++) {
                var score = ter.score(new Segment(hypotheses.get(i), references.get(i)));
                assertThat(score.value())
                        .as("%s:%d", system.getKey(), i + 1)
                        .isCloseTo(expected.get(i).get("ter").asDouble(), within(1e-8));
            }
        }
    }

    @Test
    void twoReferencesOfWmt17EqualSacreBleu() throws IOException {
        var two = json(WMT17 + "expected.json").get("two_references");
        var sets = SacreBleu.strings(two.get("references")).stream()
                .map(TerReferenceTest::lines)
                .toList();
        var segments = Segment.zip(lines(two.get("hypothesis").asText()), sets).subList(0, 300);
        SacreBleuTer.assertEqual(new Ter(TerConfig.DEFAULT).score(segments), two.get("ter_first_300"));
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
}
