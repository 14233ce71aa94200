package org.dragoman.corpora.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.vectors.VocabularyLimits.Bound;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Equality with scikit-learn on random texts; {@code src/test/python/vector_cases.py} made them, and the file names the version. */
class TermVectorizerReferenceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void vectorsEqualScikitLearns() throws IOException {
        JsonNode data;
        try (var in =
                new GZIPInputStream(TermVectorizerReferenceTest.class.getResourceAsStream("vector-cases.json.gz"))) {
            data = MAPPER.readTree(in);
        }
        assertThat(data.get("cases")).hasSize(15 * 7);
        for (var expected : data.get("cases")) {
            var name = expected.get("settings") + " " + expected.get("weights");
            var train = strings(expected.get("train"));
            var vectorizer = TermVectorizer.fit(
                    train.iterator(),
                    terms(expected.get("settings")),
                    limits(expected.get("settings")),
                    weighting(expected));
            assertThat(vectorizer.vocabulary().terms()).as(name).isEqualTo(strings(expected.get("terms")));
            assertEqual(name, vectorizer.transform(train.iterator()), expected.get("fitted"));
            var unseen = strings(expected.get("new"));
            assertEqual(name, vectorizer.transform(unseen.iterator()), expected.get("transformed"));
        }
    }

    private static Terms terms(JsonNode settings) {
        var unit = switch (settings.path("analyzer").asText("word")) {
            case "char" -> Terms.Unit.CHARACTER;
            case "char_wb" -> Terms.Unit.CHARACTER_IN_WORD;
            default -> Terms.Unit.WORD;
        };
        var orders = settings.path("ngram_range");
        return Terms.WORDS
                .withUnit(unit)
                .withOrders(orders.path(0).asInt(1), orders.path(1).asInt(1))
                .withLowerCase(settings.path("lowercase").asBoolean(true))
                .withStopWords(settings.has("stop_words") ? Set.copyOf(strings(settings.get("stop_words"))) : Set.of());
    }

    private static VocabularyLimits limits(JsonNode settings) {
        var limits = VocabularyLimits.NONE;
        limits = settings.has("min_df") ? limits.withMin(bound(settings.get("min_df"))) : limits;
        limits = settings.has("max_df") ? limits.withMax(bound(settings.get("max_df"))) : limits;
        return settings.has("max_features")
                ? limits.withTerms(settings.get("max_features").asInt())
                : limits;
    }

    private static Bound bound(JsonNode number) {
        return number.isInt() ? Bound.texts(number.asInt()) : Bound.share(number.asDouble());
    }

    private static Weighting weighting(JsonNode expected) {
        var isBinary = expected.get("settings").path("binary").asBoolean();
        var weights = expected.get("weights");
        var frequency = weights.path("sublinear_tf").asBoolean() && !isBinary
                ? Weighting.Frequency.SUBLINEAR
                : isBinary ? Weighting.Frequency.BINARY : Weighting.Frequency.COUNT;
        if (weights.isNull()) {
            return new Weighting(frequency, Weighting.Idf.NONE, Weighting.Norm.NONE);
        }
        var idf = weights.path("smooth_idf").asBoolean(true) ? Weighting.Idf.SMOOTH : Weighting.Idf.PLAIN;
        var norm = switch (weights.has("norm") ? weights.get("norm").asText() : "l2") {
            case "l2" -> Weighting.Norm.L2;
            case "l1" -> Weighting.Norm.L1;
            default -> Weighting.Norm.NONE;
        };
        return new Weighting(frequency, weights.path("use_idf").asBoolean(true) ? idf : Weighting.Idf.NONE, norm);
    }

    private static void assertEqual(String name, SparseMatrix matrix, JsonNode expected) {
        assertThat(matrix.height()).as(name).isEqualTo(expected.get("starts").size() - 1);
        assertThat(matrix.size()).as(name).isEqualTo(expected.get("values").size());
        for (var row = 0; row <= matrix.height(); row++) {
            assertThat(matrix.rowStart(row))
                    .as(name)
                    .isEqualTo(expected.get("starts").get(row).asInt());
        }
        for (var i = 0; i < matrix.size(); i++) {
            assertThat(matrix.column(i))
                    .as(name)
                    .isEqualTo(expected.get("columns").get(i).asInt());
            assertThat(matrix.value(i))
                    .as(name)
                    .isCloseTo(expected.get("values").get(i).asDouble(), within(1e-12));
        }
    }

    private static List<String> strings(JsonNode array) {
        return MAPPER.convertValue(array, new TypeReference<List<String>>() {});
    }
}
