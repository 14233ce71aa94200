package org.dragoman.eval.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.TagScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Equality with scikit-learn, seqeval and the script of the CoNLL 2018 shared task on random cases; {@code src/test/python/label_cases.py}
 * made them, and the file names the versions.
 */
class LabelReferenceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static JsonNode data;

    @BeforeAll
    static void read() throws IOException {
        try (var in = new GZIPInputStream(LabelReferenceTest.class.getResourceAsStream("label-cases.json.gz"))) {
            data = MAPPER.readTree(in);
        }
    }

    @Test
    void classesEqualScikitLearn() {
        assertThat(data.get("classes")).hasSize(200);
        for (var random : data.get("classes")) {
            var matrix = ConfusionMatrix.of(strings(random.get("gold")), strings(random.get("predicted")));
            assertThat(counts(matrix)).isEqualTo(random.get("matrix"));
            assertThat(matrix.labels()).containsExactlyElementsOf(strings(random.get("labels")));
            assertThat(matrix.accuracy()).isCloseTo(random.get("accuracy").asDouble(), within(1e-12));
            assertThat(matrix.mcc()).isCloseTo(random.get("mcc").asDouble(), within(1e-12));
            var averages = random.get("averages");
            assertEqual(new Average(matrix.accuracy(), matrix.accuracy(), matrix.accuracy()), averages.get("micro"));
            assertEqual(matrix.macro(), averages.get("macro"));
            assertEqual(matrix.weighted(), averages.get("weighted"));
        }
    }

    @Test
    void entitiesEqualSeqeval() {
        assertThat(data.get("entities")).hasSize(800);
        for (var random : data.get("entities")) {
            var gold = MAPPER.convertValue(random.get("gold"), new TypeReference<List<List<String>>>() {});
            var predicted = MAPPER.convertValue(random.get("predicted"), new TypeReference<List<List<String>>>() {});
            var scheme = TagScheme.valueOf(random.get("scheme").asText());
            var score = SpanScore.of(gold.iterator(), predicted.iterator(), scheme);
            var averages = random.get("averages");
            var micro = score.micro();
            assertEqual(new Average(micro.precision(), micro.recall(), micro.f1()), averages.get("micro"));
            assertEqual(score.macro(), averages.get("macro"));
            assertEqual(score.weighted(), averages.get("weighted"));
        }
    }

    @Test
    void treebanksEqualTheSharedTasksScript() {
        assertThat(data.get("treebanks")).hasSize(200);
        for (var random : data.get("treebanks")) {
            var score = TreebankScore.of(
                    lines(random.get("gold").asText()),
                    lines(random.get("system").asText()));
            for (var metric : TreebankScore.Metric.values()) {
                var expected = random.get("scores").get(metric.title());
                var matches = score.of(metric);
                assertEqual(new Average(matches.precision(), matches.recall(), matches.f1()), expected);
                if (!expected.get(3).isNull()) {
                    assertThat(score.accuracy(metric))
                            .as("%s of %s", metric, random)
                            .isCloseTo(expected.get(3).asDouble(), within(1e-12));
                }
            }
        }
    }

    private static JsonNode counts(ConfusionMatrix matrix) {
        var rows = matrix.labels().stream()
                .map(gold -> matrix.labels().stream()
                        .map(predicted -> (int) matrix.count(gold, predicted))
                        .toList())
                .toList();
        return MAPPER.valueToTree(rows);
    }

    private static void assertEqual(Average average, JsonNode expected) {
        assertThat(average.precision()).isCloseTo(expected.get(0).asDouble(), within(1e-12));
        assertThat(average.recall()).isCloseTo(expected.get(1).asDouble(), within(1e-12));
        assertThat(average.f1()).isCloseTo(expected.get(2).asDouble(), within(1e-12));
    }

    private static List<String> strings(JsonNode array) {
        return MAPPER.convertValue(array, new TypeReference<List<String>>() {});
    }

    private static Lines lines(String text) {
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "memory");
    }
}
