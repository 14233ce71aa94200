package org.dragoman.corpora.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.data.Offset;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.ParallelCorpus;
import org.dragoman.corpora.text.WhiteSpace;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Equality with {@code src/test/python/statistics_cases.py}, which counted real corpora with Python's collections and numpy. */
class StatisticsReferenceTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static JsonNode data;

    @BeforeAll
    static void read() throws IOException {
        try (var in = StatisticsReferenceTest.class.getResourceAsStream("statistics-cases.json")) {
            data = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void textsAreCountedAlike() {
        var names = data.get("texts").fieldNames();
        assertThat(data.get("texts")).hasSize(4);
        while (names.hasNext()) {
            var name = names.next();
            assertEqual(name, text(name), data.get("texts").get(name));
        }
    }

    @Test
    void pairsAreCountedAlike() {
        var names = data.get("pairs").fieldNames();
        assertThat(data.get("pairs")).hasSize(2);
        while (names.hasNext()) {
            var name = names.next();
            var expected = data.get("pairs").get(name);
            var pairs = new PairStatistics(WhiteSpace::split, 3);
            try (var reader = ParallelCorpus.tabSeparated(TestData.file(name)).open()) {
                reader.forEachRemaining(pairs::add);
            }
            assertEqual(name + " source", pairs.source(), expected.get("source"));
            assertEqual(name + " target", pairs.target(), expected.get("target"));
            assertEqual(name + " ratios", pairs.lengthRatios(), expected.get("ratios"));
        }
    }

    @Test
    void wordsThatAnotherTextLacksAreCountedAlike() {
        assertThat(data.get("unseen")).hasSize(2);
        for (var expected : data.get("unseen")) {
            var text = text(expected.get("file").asText());
            var other = text(expected.get("vocabulary").asText());
            assertThat(Unseen.of(text.tokens(), other.tokens().typeSet()))
                    .isEqualTo(new Unseen(
                            expected.get("tokens").asLong(),
                            expected.get("unseenTokens").asLong(),
                            expected.get("types").asLong(),
                            expected.get("unseenTypes").asLong()));
        }
    }

    private static TextStatistics text(String name) {
        var statistics = new TextStatistics(WhiteSpace::split, 3);
        try (var lines = Lines.open(TestData.file(name))) {
            lines.forEachRemaining(line -> statistics.add(line.text()));
        }
        return statistics;
    }

    private static void assertEqual(String name, TextStatistics text, JsonNode expected) {
        assertThat(text.lines()).as(name).isEqualTo(expected.get("lines").asLong());
        assertThat(text.emptyLines()).as(name).isEqualTo(expected.get("empty").asLong());
        assertEqual(name + " lengths", text.lengths(), expected.get("lengths"));
        assertEqual(name + " characters", text.characterLengths(), expected.get("characters"));
        assertThat(text.lengths().counts())
                .as(name)
                .hasSize(expected.get("histogram").size());
        for (var bar : expected.get("histogram")) {
            assertThat(text.lengths().counts().get(bar.get(0).asDouble()))
                    .as(name)
                    .isEqualTo(bar.get(1).asLong());
        }
        assertEqual(name + " tokens", text.tokens(), expected);
        assertEqual(name + " bigrams", text.ngrams(2), expected.get("ngrams").get(0));
        assertEqual(name + " trigrams", text.ngrams(3), expected.get("ngrams").get(1));
        for (var zipf : expected.get("zipf")) {
            var fit = ZipfFit.of(
                    text.tokens().ranked(),
                    zipf.get("from").asInt(),
                    zipf.get("to").asInt());
            assertThat(fit.toRank()).isEqualTo(zipf.get("to").asInt());
            assertThat(fit.exponent()).as(name).isCloseTo(zipf.get("exponent").asDouble(), CLOSE);
            assertThat(fit.constant() / zipf.get("constant").asDouble())
                    .as(name)
                    .isCloseTo(1, CLOSE);
            assertThat(fit.rSquared()).as(name).isCloseTo(zipf.get("rSquared").asDouble(), CLOSE);
        }
    }

    private static void assertEqual(String name, TokenCounts counts, JsonNode expected) {
        assertThat(counts.tokens()).as(name).isEqualTo(expected.get("tokens").asLong());
        assertThat(counts.types()).as(name).isEqualTo(expected.get("types").asInt());
        assertThat(counts.hapaxes()).as(name).isEqualTo(expected.get("hapaxes").asLong());
        var top = counts.mostFrequent(expected.get("top").size());
        for (var i = 0; i < top.size(); i++) {
            var token = expected.get("top").get(i);
            assertThat(top.get(i))
                    .as(name)
                    .isEqualTo(new TokenCounts.Frequency(
                            token.get(0).asText(), token.get(1).asLong()));
        }
    }

    private static void assertEqual(String name, Distribution distribution, JsonNode expected) {
        assertThat(distribution.mean()).as(name).isCloseTo(expected.get("mean").asDouble(), CLOSE);
        assertThat(distribution.standardDeviation())
                .as(name)
                .isCloseTo(expected.get("deviation").asDouble(), CLOSE);
        for (var i = 0; i < data.get("percentages").size(); i++) {
            var percentage = data.get("percentages").get(i).asDouble();
            assertThat(distribution.percentile(percentage))
                    .as("%s, %s %%", name, percentage)
                    .isCloseTo(expected.get("percentiles").get(i).asDouble(), CLOSE);
        }
    }
}
