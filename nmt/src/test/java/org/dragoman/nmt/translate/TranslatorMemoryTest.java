package org.dragoman.nmt.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.nmt.ResidentMemory;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Span;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Native memory is not freed by the garbage collector, so a leak shows only in the size of the process. The property {@code
 * dragoman.rounds} sets how often documents are translated (60 by default; 1,000 and more in the long version).
 */
class TranslatorMemoryTest {

    private static final int ROUNDS = Integer.getInteger("dragoman.rounds", 60);
    private static final int WARM_UP = 30;
    private static final long BOUND_KIBIBYTES = 40_000;

    @Test
    void translatingAgainAndAgainDoesNotGrowTheProcess() {
        var text = "Good morning, Tom. ".strip();
        var documents = IntStream.range(0, 12)
                .mapToObj(i -> Document.of("d" + i, text.repeat(1 + i % 3))
                        .with(Layers.SENTENCES, List.of(new Span(0, text.length() * (1 + i % 3)))))
                .toList();
        try (var translator = new Translator(UntrainedModel.make(), UntrainedModel.CONFIG.withAlignments(false))) {
            repeat(WARM_UP, translator, documents);
            var before = ResidentMemory.kibibytes();
            repeat(ROUNDS, translator, documents);
            assertThat(ResidentMemory.kibibytes() - before)
                    .as("growth in KiB over %d rounds of %d documents", ROUNDS, documents.size())
                    .isLessThan(BOUND_KIBIBYTES);
        }
    }

    private static void repeat(int rounds, Translator translator, List<Document> documents) {
        for (var round = 0; round < rounds; round++) {
            assertThat(translator.annotateAll(documents)).hasSize(documents.size());
        }
    }
}
