package org.dragoman.eval.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.corpora.Lines;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Published outputs of fast_align, GIZA++ and awesome-align on the Hansards, with their published scores. */
class HansardsTest {
    private static final String FOLDER = "alignment/hansards-enfr/";

    private static List<WordAlignment> output(String name) {
        return Lines.readAll(TestData.file(FOLDER + "outputs/" + name + ".talp")).stream()
                .map(WordAlignment::parse)
                .toList();
    }

    @Test
    void errorRatesAreThosePublished() throws IOException {
        var gold = Lines.readAll(TestData.file(FOLDER + "hansards.gold")).stream()
                .map(line -> GoldAlignment.parse(line, 1))
                .toList();
        var expected = new ObjectMapper()
                .readTree(TestData.file(FOLDER + "expected_aer.json").toFile());
        assertThat(expected).hasSize(11);
        expected.properties().forEach(entry -> {
            var output = output(entry.getKey());
            var score = IntStream.range(0, gold.size())
                    .mapToObj(i -> AlignmentScore.of(output.get(i), gold.get(i)))
                    .reduce(AlignmentScore.EMPTY, AlignmentScore::plus);
            var figures = entry.getValue();
            assertThat(score.links()).isEqualTo(figures.get("links").asLong());
            assertThat(score.sure()).isEqualTo(figures.get("sure_links_gold").asLong());
            assertThat(100 * score.errorRate())
                    .as(entry.getKey())
                    .isCloseTo(figures.get("aer_this_part").asDouble(), within(5e-7));
            assertThat(100 * score.precision())
                    .isCloseTo(figures.get("precision").asDouble(), within(5e-7));
            assertThat(100 * score.recall()).isCloseTo(figures.get("recall").asDouble(), within(5e-7));
        });
    }

    /**
     * The other direction is not among the outputs, but follows from the union U, the intersection I and the first direction F: it is what U
     * has beyond F, and I.
     */
    @ParameterizedTest
    @ValueSource(strings = {"fastalign", "giza"})
    void directionsAreMergedAsPublishedAndGrow(String tool) {
        var forward = output(tool + ".enfr");
        var union = output(tool + ".union");
        var intersection = output(tool + ".intersection");
        for (var i = 0; i < union.size(); i++) {
            var first = forward.get(i);
            var rest = union.get(i).links().stream()
                    .filter(link -> !first.contains(link))
                    .toList();
            var backward = WordAlignment.of(rest).union(intersection.get(i));
            assertThat(Symmetrization.UNION.merge(first, backward)).isEqualTo(union.get(i));
            assertThat(Symmetrization.INTERSECTION.merge(first, backward)).isEqualTo(intersection.get(i));
            var grown = Symmetrization.GROW_DIAG.merge(first, backward);
            assertThat(Symmetrization.GROW_DIAG_FINAL_AND.merge(first, backward))
                    .containsAll(grown);
            assertThat(Symmetrization.GROW_DIAG_FINAL.merge(first, backward)).containsAll(grown);
            assertThat(Symmetrization.GROW_DIAG.merge(backward, first)).isEqualTo(grown);
        }
    }
}
