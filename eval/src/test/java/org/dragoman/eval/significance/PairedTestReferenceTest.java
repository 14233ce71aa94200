package org.dragoman.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.data.Offset;
import org.dragoman.corpora.ByteOrderMark;
import org.dragoman.corpora.Lines;
import org.dragoman.eval.Metric;
import org.dragoman.eval.SegmentFiles;
import org.dragoman.eval.Signature;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.dragoman.eval.text.Chrf;
import org.dragoman.eval.text.ChrfConfig;
import org.dragoman.eval.text.Ter;
import org.dragoman.eval.text.TerConfig;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Equality with NumPy and sacreBLEU 2.6.0; {@code src/test/python/significance_cases.py} made the values, and the file names the versions. */
class PairedTestReferenceTest {
    private static final List<Metric<?, ?>> METRICS =
            List.of(new Bleu(BleuConfig.CORPUS), new Chrf(ChrfConfig.CHRF), new Ter(TerConfig.DEFAULT));
    private static final Offset<Double> TO_THE_LAST_DIGIT = within(1e-8);
    private static final Offset<Double> TO_32_BITS = within(2e-4); // sacreBLEU's scores of samples

    private static final int WMT_LINES = 3004;

    private static JsonNode data;

    @BeforeAll
    static void read() throws IOException {
        try (var in =
                new GZIPInputStream(PairedTestReferenceTest.class.getResourceAsStream("significance-cases.json.gz"))) {
            data = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void randomNumbersEqualNumPys() {
        assertThat(data.get("numbers")).hasSize(5);
        for (var numbers : data.get("numbers")) {
            var raw = new Pcg64(numbers.get("seed").asLong());
            numbers.get("raw")
                    .forEach(expected ->
                            assertThat(Long.toUnsignedString(raw.nextLong())).isEqualTo(expected.asText()));
            var random = new Pcg64(numbers.get("seed").asLong());
            for (var choice : numbers.get("choices")) {
                var expected = new ObjectMapper().convertValue(choice.get("indices"), int[].class);
                assertThat(random.indices(choice.get("bound").asInt(), expected.length))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void testsOfRandomTextsEqualSacreBleu() {
        assertThat(data.get("cases")).hasSize(60);
        for (var random : data.get("cases")) {
            var systems = random.get("systems").properties().stream()
                    .map(system -> lines(system.getValue()))
                    .toList();
            assertEqual(count(List.of("a", "b"), systems, lines(random.get("reference"))), random);
        }
    }

    @Test
    void testsOfWmt17EqualSacreBleu() {
        var wmt = data.get("wmt17");
        var names = new ArrayList<String>();
        wmt.get("systems").forEach(name -> names.add(name.asText()));
        for (var run : wmt.get("runs")) {
            var limit = wmt.get("lines").asInt();
            var systems = names.stream().map(name -> file(name, limit)).toList();
            assertEqual(count(names, systems, file("newstest2017.ref.de", limit)), run);
        }
    }

    /**
     * The figures are means of runs of Moses's script on tokenized text, which isn't published here. Where they are 0, this text says the
     * same; of the two close systems, sacreBLEU 2.6.0 itself gives the values below on this text (2,000 samples).
     */
    @Test
    void bootstrapTestsOfWmt17AgreeWithTheFiguresPublishedForMoses() throws IOException {
        var ofSacreBleu = Map.of(
                "newstest2017.FBK.4870.en-de.txt", 0.0944527736131934,
                "newstest2017.KIT.4950.en-de.txt", 0.010494752623688156);
        var figures = new ObjectMapper()
                .readTree(TestData.file("metrics/wmt17-ende/expected.json").toFile())
                .get("systems");
        var names = new ArrayList<>(List.of("newstest2017.LIUM-NMT.4900.en-de.txt"));
        figures.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        var systems = names.stream().map(name -> file(name, WMT_LINES)).toList();
        var bleu = List.<Metric<?, ?>>of(new Bleu(BleuConfig.CORPUS));
        var counts = count(names, systems, file("newstest2017.ref.de", WMT_LINES), bleu);
        var results = PairedTest.of(PairedTest.Kind.BOOTSTRAP).withSamples(2000).run(counts);
        for (var i = 1; i < names.size(); i++) {
            var p = results.get(i).results().get(0).pValue().getAsDouble();
            var published = figures.at("/" + names.get(i) + "/published/moses_paired_bootstrap_p_against_LIUM-NMT");
            if (ofSacreBleu.containsKey(names.get(i))) {
                assertThat(p).isCloseTo(ofSacreBleu.get(names.get(i)), within(1e-12));
            } else {
                assertThat(p).as(names.get(i)).isCloseTo(published.asDouble(-1), within(1e-2));
            }
        }
    }

    private static void assertEqual(List<SystemCounts> counts, JsonNode expected) {
        var kind =
                expected.get("kind").asText().equals("bs") ? PairedTest.Kind.BOOTSTRAP : PairedTest.Kind.RANDOMIZATION;
        var test = new PairedTest(
                kind,
                expected.get("samples").asInt(),
                expected.get("interval_samples").asInt(),
                expected.get("seed").asLong());
        var results = test.run(counts);
        for (var system = 0; system < results.size(); system++) {
            for (var result : results.get(system).results()) {
                var name = result.score().name();
                assertEqual(result, expected.get("results").get(name).get(system));
                assertThat(result.score().signature().toString())
                        .isEqualTo(ours(expected.get("signatures").get(name)));
                assertThat(result.score().signature().brief())
                        .isEqualTo(ours(expected.get("short_signatures").get(name)));
            }
        }
    }

    private static String ours(JsonNode signature) {
        return signature.asText().replace(":2.6.0", ":" + Signature.VERSION.value());
    }

    private static void assertEqual(PairedTest.Result result, JsonNode expected) {
        assertThat(result.score().value()).isCloseTo(expected.get("score").asDouble(), TO_THE_LAST_DIGIT);
        assertThat(result.pValue().isPresent()).isEqualTo(!expected.get("p").isNull());
        result.pValue()
                .ifPresent(p -> assertThat(p)
                        .as("%s", expected)
                        .isCloseTo(expected.get("p").asDouble(), within(1e-12)));
        assertThat(result.interval().isPresent()).isEqualTo(!expected.get("ci").isNull());
        result.interval().ifPresent(interval -> {
            assertThat(interval.mean()).isCloseTo(expected.get("mean").asDouble(), TO_32_BITS);
            assertThat(interval.halfWidth()).isCloseTo(expected.get("ci").asDouble(), TO_32_BITS);
        });
    }

    private static List<SystemCounts> count(List<String> names, List<Lines> systems, Lines reference) {
        return count(names, systems, reference, METRICS);
    }

    private static List<SystemCounts> count(
            List<String> names, List<Lines> systems, Lines reference, List<Metric<?, ?>> metrics) {
        try (var files = new SegmentFiles(systems, List.of(reference))) {
            return SystemCounts.of(names, files, metrics, true);
        }
    }

    private static Lines lines(JsonNode array) {
        var lines = new ArrayList<String>();
        array.forEach(line -> lines.add(line.asText()));
        return lines(lines);
    }

    private static Lines file(String name, int limit) {
        return lines(Lines.readAll(TestData.file("metrics/wmt17-ende/" + name), ByteOrderMark.KEEP)
                .subList(0, limit));
    }

    private static Lines lines(List<String> lines) {
        var text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "memory", ByteOrderMark.KEEP);
    }
}
