package org.dragoman.nmt.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.model.EncoderDecoder;
import org.dragoman.nmt.tensor.Scope;
import org.dragoman.nmt.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class TransformerSearchTest {

    private static final SearchConfig BEAM =
            SearchConfig.DEFAULT.withLimits(1, 10, 30).withWidth(4).withNBest(4);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void beamOfOneIsTheLikeliestTokenAtEachStep(long seed) {
        var config = BEAM.withWidth(1);
        try (var tiny = new TinyTransformer(seed)) {
            var sentences = TinyTransformer.sentences(12, seed);
            var found = new BeamSearch(tiny.model(), TinyTransformer.MARKERS, config).search(sentences);
            for (var i = 0; i < sentences.size(); i++) {
                var expected = greedy(tiny.model(), sentences.get(i), config.maxLength(sentences.get(i).length));
                assertThat(found.get(i)).as("sentence %d", i).hasSize(1);
                assertThat(withEnd(found.get(i).get(0))).as("sentence %d", i).isEqualTo(expected);
            }
        }
    }

    /** Greedy search without caches: the whole target again for each further token. */
    private static List<Integer> greedy(EncoderDecoder model, int[] sentence, int maxLength) {
        var ids = new ArrayList<>(List.of(TinyTransformer.START));
        while (ids.size() <= maxLength && ids.get(ids.size() - 1) != TinyTransformer.END) {
            try (var scope = Scope.constant()) {
                var input = Tensor.of(ids.stream().mapToLong(id -> id).toArray(), 1, ids.size());
                var hidden =
                        model.encode(Padded.source(List.of(sentence)), false).teacherForced(input, false);
                var logits = hidden.linear(model.outputWeight()).toFloats();
                ids.add(likeliest(
                        Arrays.copyOfRange(logits, logits.length - TinyTransformer.VOCABULARY, logits.length)));
            }
        }
        return ids.subList(1, ids.size());
    }

    private static int likeliest(float[] logits) {
        var best = TinyTransformer.END; // the first id that may be generated
        for (var id = best; id < logits.length; id++) {
            best = logits[id] > logits[best] ? id : best;
        }
        return best;
    }

    private static List<Integer> withEnd(Hypothesis hypothesis) {
        var end = hypothesis.ended() ? Stream.of(TinyTransformer.END) : Stream.<Integer>of();
        return Stream.concat(hypothesis.ids().stream(), end).toList();
    }
}
