package org.dragoman.nmt.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.factors.FactorConfig;
import org.dragoman.nmt.factors.LayerFactor;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class AnnotatedPairsTest {

    private static final Document FIRST = FactorExperiment.source(List.of("b"));
    private static final Document SECOND = FactorExperiment.source(List.of("a", "c"));
    private static final Layer<List<String>> OWN = Layer.each(Layers.WORDS, "acme:tone", String.class);

    @TempDir
    Path folder;

    private Path annotations;

    @BeforeEach
    void write() throws IOException {
        annotations = folder.resolve("a.jsonl.gz");
        Files.writeString(folder.resolve("a.tsv"), "x\tb\nx x\ta c\n");
    }

    private List<TrainingPair> read(String layer, Document... documents) {
        FactorExperiment.annotations(annotations, List.of(documents));
        var factors =
                new FactorConfig(List.of(new LayerFactor(layer, Optional.empty(), 1)), FactorConfig.Combination.SUM);
        var files = new CorpusFiles.Annotated(new CorpusFiles.Columns(folder.resolve("a.tsv")), annotations, factors);
        try (var pairs = files.open().stream()) {
            return pairs.toList();
        }
    }

    @Test
    void eachPairHasTheDocumentOfItsLine() {
        assertThat(read("lemmas", FIRST, SECOND))
                .containsExactly(new TrainingPair(FIRST, "b"), new TrainingPair(SECOND, "a c"));
    }

    @Test
    void layersOfOthersAreReadToo() {
        var first = FIRST.with(OWN, List.of("high"));
        var second = SECOND.with(OWN, List.of("low", "low"));
        assertThat(read("acme:tone", first, second))
                .extracting(TrainingPair::source)
                .containsExactly(first, second);
    }

    @Test
    void whatDoesNotFitIsRefusedByLine() {
        assertRefused(
                annotations + ":2: the text is \"x\", but " + folder.resolve("a.tsv") + ":2 has \"x x\"", FIRST, FIRST);
        assertRefused(annotations + " ends after line 1, and " + folder.resolve("a.tsv"), FIRST);
        assertRefused(annotations + " has more lines than the 2 of " + folder.resolve("a.tsv"), FIRST, SECOND, FIRST);
        assertRefused(
                annotations + ":1: lacks the layers lemmas, tokens, words, which the factors need",
                Document.of("x"),
                SECOND);
    }

    private void assertRefused(String message, Document... documents) {
        assertThatThrownBy(() -> read("lemmas", documents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("; make it again with 'dragoman corpus annotate'");
    }
}
