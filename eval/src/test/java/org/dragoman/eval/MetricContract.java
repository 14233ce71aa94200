package org.dragoman.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What every metric must do. */
public abstract class MetricContract<S extends Statistics<S>, R extends Score> {
    private static final int SEGMENTS = 40;

    protected abstract Metric<S, R> metric();

    /** The score of hypotheses that equal their references. */
    protected abstract double perfect();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hypothesesThatEqualTheirReferencesArePerfect(long seed) {
        var random = new Random(seed);
        var corpus = Stream.generate(() -> "eins zwei drei vier " + RandomText.of(random, 80))
                .limit(SEGMENTS)
                .map(text -> new Segment(text, text))
                .toList();
        assertThat(metric().score(corpus).value()).isCloseTo(perfect(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyTextWithUnpairedSurrogatesTooHasAFiniteScore(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < SEGMENTS; i++) {
            var hypothesis = RandomText.withUnpairedSurrogates(random, random.nextInt(80));
            var reference = RandomText.withUnpairedSurrogates(random, random.nextInt(80));
            var score = metric().score(new Segment(hypothesis, reference));
            assertThat(score.value()).as("seed %d", seed).isFinite().isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void orderAndGroupingOfSegmentsMakeNoDifference(long seed) {
        var corpus = new ArrayList<>(corpus(new Random(seed)));
        var expected = metric().score(corpus);
        Collections.shuffle(corpus, new Random(seed));
        assertThat(metric().score(corpus)).isEqualTo(expected);
        assertThat(metric().score(corpus.parallelStream())).isEqualTo(expected);
    }

    @Test
    void theScoreOfACorpusIsThatOfTheSumOfItsStatistics() {
        var corpus = corpus(new Random(1));
        var sum = metric().statistics(corpus.get(0));
        for (var segment : corpus.subList(1, corpus.size())) {
            sum = sum.plus(metric().statistics(segment));
        }
        assertThat(metric().score(sum)).isEqualTo(metric().score(corpus));
    }

    @Test
    void addingLeavesBothSidesAsTheyWere() {
        var corpus = corpus(new Random(2));
        var one = metric().statistics(corpus.get(0));
        var other = metric().statistics(corpus.get(1));
        one.plus(other);
        assertThat(one).isEqualTo(metric().statistics(corpus.get(0)));
        assertThat(other).isEqualTo(metric().statistics(corpus.get(1)));
    }

    @Test
    void aCorpusOfOneSegmentScoresLikeTheSegment() {
        var segment = corpus(new Random(3)).get(0);
        assertThat(metric().score(List.of(segment))).isEqualTo(metric().score(segment));
    }

    @Test
    void anEmptyCorpusIsRefused() {
        assertThatThrownBy(() -> metric().score(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a corpus needs at least one segment, got none");
    }

    @Test
    void theSignatureEndsWithTheVersionOfThisSoftware() {
        var score = metric().score(new Segment("a", "b"));
        assertThat(score.signature().toString())
                .matches("nrefs:1\\|.*\\|version:dragoman-\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(score.signature().brief()).matches("#:1\\|.*\\|v:dragoman-\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void theSignatureTellsWhenSegmentsHaveDifferentNumbersOfReferences() {
        var one = new Segment("a", "b");
        var two = new Segment("a", List.of("b", "c"));
        assertThat(metric().score(List.of(two, two)).signature().toString()).startsWith("nrefs:2|");
        assertThat(metric().score(List.of(one, two)).signature().toString()).startsWith("nrefs:var|");
    }

    @Test
    void theFormattedScoreHasItsNameValueAndOnDemandItsSignature() {
        var score = metric().score(new Segment("", "b"));
        assertThat(score.format(3)).startsWith(score.name() + " = " + Decimals.fixed(score.value(), 3));
        assertThat(score.formatWithSignature(3)).startsWith(score.name() + "|" + score.signature() + " = ");
    }

    private static List<Segment> corpus(Random random) {
        return Stream.generate(() -> RandomText.of(random, 60))
                .limit(SEGMENTS)
                .map(text -> new Segment(text.substring(random.nextInt(20)), text.substring(random.nextInt(20))))
                .toList();
    }
}
