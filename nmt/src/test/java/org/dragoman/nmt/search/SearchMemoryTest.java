package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class SearchMemoryTest {

    /** The mask, and in each layer keys and values of the source and of the target so far. */
    private static final int ARRAYS_OF_A_STATE = 1 + 4 * TinyModel.TRANSFORMER_LAYERS;

    /** An end marker that the model doesn't know, so that no target ends before its greatest length. */
    private static final Markers ENDLESS = new Markers(Vocabulary.START, TinyModel.VOCABULARY, Set.of());

    private static final SearchConfig LONG = SearchConfig.DEFAULT.withLimits(0, 60, 60);

    private static SourceBatch batch(long seed) {
        return SourceBatch.of(TinyModel.sources(8, seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aSearchHoldsOneStateHoweverLongTheTarget(int width) {
        try (var tiny = TinyModel.transformer(1)) {
            var watched = new Watched(tiny.model());
            new BeamSearch(watched, ENDLESS, LONG.withWidth(width)).search(batch(1));

            assertThat(watched.arraysOfBatch()).hasSize(60);
            assertThat(new HashSet<>(watched.arraysOfBatch()
                            .subList(1, watched.arraysOfBatch().size())))
                    .containsExactly(ARRAYS_OF_A_STATE);
            assertThat(watched.openStateTensors()).isZero();
        }
    }

    @Test
    void forcedDecodingHoldsOneState() {
        try (var tiny = TinyModel.transformer(1);
                var scope = Scope.open()) {
            var watched = new Watched(tiny.model());
            var source = Source.of(SourceBatch.of(TinyModel.sources(2, 1)));
            new ForcedDecoding(watched, Markers.DEFAULT, LONG).follow(source, List.of(new int[40], new int[3]));

            assertThat(watched.arraysOfBatch()).hasSize(41);
            assertThat(new HashSet<>(watched.arraysOfBatch().subList(1, 41))).containsExactly(ARRAYS_OF_A_STATE);
            assertThat(watched.openStateTensors()).isZero();
        }
    }

    @Test
    void manySearchesLeaveNothingToTheModelAndTheCaller() {
        try (var tiny = TinyModel.transformer(2);
                var scope = Scope.recording()) {
            var source = Source.of(batch(2));
            var watched = new Watched(tiny.model());
            var search = new BeamSearch(watched, Markers.DEFAULT, LONG.withAlignments(new Alignments.Automatic()));
            var forced = new ForcedDecoding(watched, Markers.DEFAULT, LONG);
            var parameter = tiny.model().outputWeight();
            var ofModel = OpenArrays.beside(parameter);
            var ofCaller = OpenArrays.beside(source.factors().get(0));
            for (var i = 0; i < 5; i++) {
                var found = search.search(source);
                var targets =
                        found.stream().map(nBest -> nBest.get(0).idArray()).toList();
                forced.logProbabilities(source, targets);
                forced.follow(source, targets);
            }
            assertThat(watched.arraysOfBatch()).allMatch(arrays -> arrays <= ARRAYS_OF_A_STATE);
            assertThat(OpenArrays.beside(parameter)).isEqualTo(ofModel);
            assertThat(OpenArrays.beside(source.factors().get(0))).isEqualTo(ofCaller);
            assertThat(watched.openStateTensors()).isZero();
            assertThat(watched.wasRecorded()).isFalse();
            assertThat(Scope.isRecording()).isTrue(); // as the caller had it
        }
    }

    @Test
    void aSearchThatFailsFreesItsMemoryToo() {
        try (var tiny = TinyModel.transformer(3);
                var scope = Scope.open()) {
            var probe = Tensor.zeros(1);
            var before = OpenArrays.beside(probe);
            var watched = new Watched(tiny.model());
            var search = new BeamSearch(watched, Markers.DEFAULT, LONG.withAlignments(new Alignments.Layer(9)));
            assertThat(catchThrowable(() -> search.search(batch(3)))).isInstanceOf(IllegalArgumentException.class);

            assertThat(OpenArrays.beside(probe)).isEqualTo(before);
            assertThat(watched.openStateTensors()).isZero();
        }
    }
}
