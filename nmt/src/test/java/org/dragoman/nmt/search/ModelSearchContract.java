package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The search over a small untrained model of one kind, compared with slower ways to the same result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelSearchContract {

    /** The model of one of {@link #seeds}. */
    abstract TinyModel model(long seed);

    /** Seeds of models that end some targets early, some late and some never. */
    abstract LongStream seeds();

    private static final SearchConfig BEAM =
            SearchConfig.DEFAULT.withLimits(1, 8, 30).withWidth(4).withNBest(4);

    private long anySeed() {
        return seeds().findFirst().orElseThrow();
    }

    private static BeamSearch search(TinyModel tiny, SearchConfig config) {
        return new BeamSearch(tiny.model(), Markers.DEFAULT, config);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void beamOfOneIsTheLikeliestTokenAtEachStep(long seed) {
        var config = BEAM.withWidth(1);
        try (var tiny = model(seed)) {
            var sources = TinyModel.sources(12, seed);
            var found = search(tiny, config).search(SourceBatch.of(sources));
            for (var i = 0; i < sources.size(); i++) {
                var expected = greedy(tiny.model(), sources.get(i), config.maxLength(sources.get(i)[0].length));
                assertThat(found.get(i)).as("sentence %d", i).hasSize(1);
                assertThat(withEnd(found.get(i).get(0))).as("sentence %d", i).isEqualTo(expected);
            }
            assertThat(found).extracting(nBest -> nBest.get(0).ended()).contains(true, false);
        }
    }

    /** Greedy search without caches: the whole target again for each further token. */
    private static List<Integer> greedy(EncoderDecoder model, int[][] source, int maxLength) {
        var ids = new ArrayList<>(List.of(Vocabulary.START));
        while (ids.size() <= maxLength && ids.get(ids.size() - 1) != Vocabulary.END) {
            try (var scope = Scope.constant()) {
                var input = Tensor.of(ids.stream().mapToLong(id -> id).toArray(), 1, ids.size());
                var hidden = model.encode(Source.of(SourceBatch.of(List.<int[][]>of(source))), false)
                        .teacherForced(input, false);
                ids.add(likeliest(hidden.linear(model.outputWeight()).toFloats()));
            }
        }
        return ids.subList(1, ids.size());
    }

    private static int likeliest(float[] logits) {
        var last = logits.length - TinyModel.VOCABULARY;
        var best = Vocabulary.END; // the first id that may be generated
        for (var id = best; id < TinyModel.VOCABULARY; id++) {
            best = logits[last + id] > logits[last + best] ? id : best;
        }
        return best;
    }

    private static List<Integer> withEnd(Hypothesis hypothesis) {
        var end = hypothesis.ended() ? Stream.of(Vocabulary.END) : Stream.<Integer>of();
        return Stream.concat(hypothesis.ids().stream(), end).toList();
    }

    private record Pairs(SourceBatch sources, List<Hypothesis> hypotheses) {}

    /** All hypotheses that ended, each with its source. */
    private Pairs endedPairs(TinyModel tiny, SearchConfig config, long seed) {
        var sources = TinyModel.sources(10, seed);
        var found = search(tiny, config).search(SourceBatch.of(sources));
        var kept = new ArrayList<int[][]>();
        var hypotheses = new ArrayList<Hypothesis>();
        for (var i = 0; i < sources.size(); i++) {
            var ended = found.get(i).stream().filter(Hypothesis::ended).toList();
            hypotheses.addAll(ended);
            kept.addAll(Collections.nCopies(ended.size(), sources.get(i)));
        }
        assertThat(hypotheses).hasSizeGreaterThan(10);
        return new Pairs(SourceBatch.of(kept), hypotheses);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTargetScoredAtOnceHasTheProbabilityWithWhichItWasFound(long seed) {
        try (var tiny = model(seed);
                var scope = Scope.open()) {
            var pairs = endedPairs(tiny, BEAM, seed);
            var forced = new ForcedDecoding(tiny.model(), Markers.DEFAULT, BEAM);
            var targets = pairs.hypotheses.stream().map(Hypothesis::idArray).toList();
            var scores = forced.logProbabilities(Source.of(pairs.sources), targets);
            for (var i = 0; i < targets.size(); i++) {
                assertThat(scores.get(i)).hasSize(targets.get(i).length + 1);
                assertThat(Arrays.stream(scores.get(i)).sum())
                        .isCloseTo(pairs.hypotheses.get(i).logProbability(), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTargetFollowedStepByStepIsTheHypothesisThatWasFound(long seed) {
        var config = BEAM.withAlignments(new Alignments.Automatic());
        try (var tiny = model(seed);
                var scope = Scope.open()) {
            var pairs = endedPairs(tiny, config, seed);
            var forced = new ForcedDecoding(tiny.model(), Markers.DEFAULT, config);
            var targets = pairs.hypotheses.stream().map(Hypothesis::idArray).toList();
            var followed = forced.follow(Source.of(pairs.sources), targets);
            assertSame(followed, pairs.hypotheses);
            for (var i = 0; i < targets.size(); i++) {
                assertClose(followed.get(i).alignment(), pairs.hypotheses.get(i).alignment());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMeanOfTheHeadsOfALayerIsWhatTheSearchReports(long seed) {
        try (var tiny = model(seed);
                var scope = Scope.open()) {
            var pairs = endedPairs(tiny, BEAM.withAlignments(new Alignments.Automatic()), seed);
            var targets = pairs.hypotheses.stream().map(Hypothesis::idArray).toList();
            var followed = attention(tiny).follow(Source.of(pairs.sources), targets);
            for (var i = 0; i < targets.size(); i++) {
                var layers = followed.get(i).layers();
                var chosen = layers.get(
                        new Alignments.Automatic().layer(layers.size()).getAsInt());
                var expected = pairs.hypotheses.get(i).alignment();
                for (var position = 0; position < expected.length; position++) {
                    assertThat(mean(chosen, position)).containsExactly(expected[position], within(1e-6f));
                }
            }
        }
    }

    private static ForcedAttention attention(TinyModel tiny) {
        return new ForcedAttention(tiny.model(), Markers.DEFAULT);
    }

    private static float[] mean(List<float[][]> heads, int position) {
        var mean = new float[heads.get(0)[position].length];
        for (var head : heads) {
            for (var source = 0; source < mean.length; source++) {
                mean[source] += head[position][source] / heads.size();
            }
        }
        return mean;
    }

    @Test
    void eachHeadHasARowForEachTokenThatSumsToOneWhateverElseIsInTheBatch() {
        try (var tiny = model(anySeed());
                var scope = Scope.open()) {
            var sources = TinyModel.sources(9, anySeed());
            var targets = TinyModel.sources(9, anySeed() + 1).stream()
                    .map(source -> Arrays.copyOf(source[0], source[0].length - 1))
                    .toList();
            var together = attention(tiny).follow(Source.of(SourceBatch.of(sources)), targets);
            for (var i = 0; i < sources.size(); i++) {
                var one = Source.of(SourceBatch.of(List.<int[][]>of(sources.get(i))));
                var alone = attention(tiny).follow(one, List.of(targets.get(i))).get(0);
                assertHeads(together.get(i), alone);
                for (var head : together.get(i).layers().get(0)) {
                    assertThat(head.length).isEqualTo(targets.get(i).length);
                    for (var row : head) {
                        assertThat(row).hasSize(sources.get(i)[0].length);
                        assertThat(sum(row)).isCloseTo(1, within(1e-5));
                    }
                }
            }
        }
    }

    @Test
    void morePaddingChangesNoHead() {
        try (var tiny = model(anySeed());
                var scope = Scope.open()) {
            var ids = new long[] {5, 9, 11, 3, 7, 7, 7, 7};
            var narrow = new Source(List.of(Tensor.of(Arrays.copyOf(ids, 4), 1, 4)), new int[] {4});
            var wide = new Source(List.of(Tensor.of(ids, 1, 8)), new int[] {4});
            var target = List.of(new int[] {6, 8, 6});
            assertHeads(
                    attention(tiny).follow(wide, target).get(0),
                    attention(tiny).follow(narrow, target).get(0));
        }
    }

    private static void assertHeads(HeadWeights found, HeadWeights expected) {
        assertThat(found.layers()).hasSameSizeAs(expected.layers());
        for (var layer = 0; layer < expected.layers().size(); layer++) {
            var heads = expected.layers().get(layer);
            for (var head = 0; head < heads.size(); head++) {
                var rows = found.layers().get(layer).get(head);
                assertThat(rows.length).isEqualTo(heads.get(head).length);
                for (var position = 0; position < rows.length; position++) {
                    assertThat(rows[position]).containsExactly(heads.get(head)[position], within(1e-6f));
                }
            }
        }
    }

    @Test
    void refusesTargetsWithoutSources() {
        try (var tiny = model(anySeed());
                var scope = Scope.open()) {
            var source = Source.of(SourceBatch.of(TinyModel.sources(2, anySeed())));
            var forced = new ForcedDecoding(tiny.model(), Markers.DEFAULT, BEAM);

            assertThatThrownBy(() -> forced.follow(source, List.of(new int[] {5})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("each source needs one target: got 2 sources and 1 targets");
            assertThatThrownBy(() -> attention(tiny).follow(source, List.of(new int[] {5})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("each source needs one target: got 2 sources and 1 targets");
        }
    }

    private static void assertClose(float[][] found, float[][] expected) {
        assertThat(found.length).isEqualTo(expected.length);
        for (var row = 0; row < found.length; row++) {
            assertThat(found[row]).containsExactly(expected[row], within(1e-4f));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void manySentencesGiveTheSameAsOneByOne(long seed) {
        try (var tiny = model(seed)) {
            var sources = TinyModel.sources(25, seed);
            var search = search(tiny, BEAM);
            var together = search.search(SourceBatch.of(sources));
            for (var i = 0; i < sources.size(); i++) {
                var alone = search.search(SourceBatch.of(List.<int[][]>of(sources.get(i))))
                        .get(0);
                assertSame(together.get(i), alone);
            }
        }
    }

    private static void assertSame(List<Hypothesis> found, List<Hypothesis> expected) {
        assertThat(found)
                .extracting(Hypothesis::ids)
                .isEqualTo(expected.stream().map(Hypothesis::ids).toList());
        for (var i = 0; i < found.size(); i++) {
            assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-4));
        }
    }

    @Test
    void morePaddingChangesNothing() {
        try (var tiny = model(anySeed());
                var scope = Scope.open()) {
            var config = BEAM.withAlignments(new Alignments.Automatic());
            var ids = new long[] {5, 9, 11, 3, 7, 7, 7, 7};
            var narrow = new Source(List.of(Tensor.of(Arrays.copyOf(ids, 4), 1, 4)), new int[] {4});
            var wide = new Source(List.of(Tensor.of(ids, 1, 8)), new int[] {4});
            var expected = search(tiny, config).search(narrow).get(0);
            var found = search(tiny, config).search(wide).get(0);

            assertSame(found, expected);
            for (var i = 0; i < found.size(); i++) {
                assertClose(found.get(i).alignment(), expected.get(i).alignment());
            }
        }
    }

    @Test
    void alignmentHasARowForEachTokenThatSumsToOne() {
        try (var tiny = model(anySeed())) {
            var config = BEAM.withAlignments(new Alignments.Layer(0));
            var sources = TinyModel.sources(10, anySeed());
            var found = search(tiny, config).search(SourceBatch.of(sources));
            for (var i = 0; i < sources.size(); i++) {
                for (var hypothesis : found.get(i)) {
                    assertThat(hypothesis.alignment().length)
                            .isEqualTo(hypothesis.ids().size());
                    for (var row : hypothesis.alignment()) {
                        assertThat(row).hasSize(sources.get(i)[0].length);
                        assertThat(sum(row)).isCloseTo(1, within(1e-5));
                    }
                }
            }
        }
    }

    private static double sum(float[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void eightThreadsFindWhatOneFinds() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try (var tiny = model(anySeed())) {
            var search = search(tiny, BEAM.withAlignments(new Alignments.Automatic()));
            var batch = SourceBatch.of(TinyModel.sources(10, anySeed()));
            var expected = search.search(batch);
            Callable<List<List<Hypothesis>>> task = () -> search.search(batch);
            for (var result : threads.invokeAll(Collections.nCopies(16, task))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }
}
