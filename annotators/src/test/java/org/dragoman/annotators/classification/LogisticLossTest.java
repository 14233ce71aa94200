package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Compares with scikit-learn; {@code logistic_regression.py} made the cases. */
class LogisticLossTest {
    private static final int WIDTH = 12;

    static Stream<JsonNode> cases() throws IOException {
        try (var in = LogisticLossTest.class.getResourceAsStream("logistic-regression.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheWeightsOfScikitLearn(JsonNode expected) {
        var classes = expected.get("classes").asInt();
        var columns = StreamSupport.stream(expected.get("rows").spliterator(), false)
                .map(row -> Arrays.stream(numbers(row)).mapToInt(c -> (int) c).toArray())
                .toArray(int[][]::new);
        var values = Arrays.stream(columns)
                .mapToDouble(row ->
                        SparseRows.value(row.length, expected.get("unitLength").asBoolean()))
                .toArray();
        var target = Arrays.stream(numbers(expected.get("target")))
                .mapToInt(t -> (int) t)
                .toArray();
        var vectors = LogisticLoss.vectors(classes);
        var scales = new double[vectors][];
        Arrays.fill(scales, numbers(expected.get("scales")));
        var loss = new LogisticLoss(
                new SparseRows(columns, values, WIDTH),
                target,
                numbers(expected.get("importance")),
                scales,
                expected.get("penalty").asDouble());
        var found = loss.minimum(1e-9);
        for (var vector = 0; vector < vectors; vector++) {
            var weights = Arrays.copyOfRange(found, vector * (WIDTH + 1), vector * (WIDTH + 1) + WIDTH);
            assertThat(weights).containsExactly(numbers(expected.get("weights").get(vector)), within(1e-5));
        }
        // scikit-learn's biases of several classes may all be higher by the same: compare differences
        var biases = IntStream.range(0, vectors)
                .mapToDouble(v -> found[v * (WIDTH + 1) + WIDTH])
                .toArray();
        var reference = numbers(expected.get("biases"));
        for (var vector = 0; vector < vectors; vector++) {
            var base = vectors == 1 ? 0 : biases[0];
            var referenceBase = vectors == 1 ? 0 : reference[0];
            assertThat(biases[vector] - base).isCloseTo(reference[vector] - referenceBase, within(1e-5));
        }
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
