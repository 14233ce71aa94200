package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.nmt.Fixture;
import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.model.RecurrentConfig;
import org.dragoman.nmt.model.Tying;
import org.dragoman.nmt.model.VocabularySizes;
import org.dragoman.nmt.model.Source;
import org.dragoman.nmt.tensor.Parameters;
import org.dragoman.nmt.text.SourceBatch;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The search doesn't know what kind of model it searches with. */
class RecurrentSearchTest {

    private static final int START = 2;
    private static final int END = 3;
    private static final int VOCABULARY = 8;
    private static final List<int[]> SENTENCES =
            List.of(new int[] {4, 6, 3}, new int[] {5, 4, 2, 6, 3}, new int[] {6, 3}, new int[] {1, 5, 5, 4, 3});

    private final Parameters parameters = new Parameters(1);
    private final EncoderDecoder model = new RecurrentConfig(4, 3, 5, 6, 2, 0, Tying.NONE)
            .build(new VocabularySizes(List.of(7), VOCABULARY, false), parameters);

    @AfterEach
    void free() {
        parameters.close();
    }

    @Test
    void theScoreOfEachHypothesisInTheBeamIsThatOfTeacherForcing() {
        parameters.load(Fixture.read("recurrent").parameters(""), "the fixture");
        var config = SearchConfig.DEFAULT.withLimits(2, 3, 30).withWidth(4).withNBest(4);
        var found = new BeamSearch(model, new Markers(START, END, Set.of(0, 1, START)), config).search(batch(SENTENCES));
        assertThat(found).hasSize(4);
        for (var i = 0; i < 4; i++) {
            assertThat(found.get(i)).as("sentence %d", i).hasSize(4);
            for (var hypothesis : found.get(i)) {
                assertThat(hypothesis.logProbability())
                        .as("sentence %d, %s", i, hypothesis)
                        .isCloseTo(logProbability(SENTENCES.get(i), hypothesis), within(1e-4));
            }
        }
    }

    private static SourceBatch batch(List<int[]> sentences) {
        return SourceBatch.of(
                sentences.stream().map(sentence -> new int[][] {sentence}).toList());
    }

    private double logProbability(int[] sentence, Hypothesis hypothesis) {
        var ids = IntStream.of(hypothesis.idArray());
        var wanted =
                hypothesis.ended() ? IntStream.concat(ids, IntStream.of(END)).toArray() : ids.toArray();
        var input = IntStream.concat(IntStream.of(START), IntStream.of(wanted)).limit(wanted.length);
        try (var scope = Scope.constant()) {
            var hidden = model.encode(Source.of(batch(List.of(sentence))), false)
                    .teacherForced(Tensor.indices(input.toArray()).unsqueeze(0), false);
            var logProbabilities =
                    hidden.squeeze(0).linear(model.outputWeight()).logSoftmax(-1);
            return logProbabilities.pick(Tensor.indices(wanted)).sum().item();
        }
    }
}
