package org.dragoman.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.Lines;
import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SystemCountsTest {
    private static final int LINES = 4500; // more than two chunks
    private static final List<Metric<?, ?>> METRICS =
            List.of(new Bleu(BleuConfig.CORPUS), new Bleu(BleuConfig.CORPUS.withLowerCase(true)));

    private static Lines lines(int seed) {
        var text = IntStream.range(0, LINES)
                .mapToObj(i -> "the line " + i % (7 + seed) + " of A text " + i * i % 97 + "\n")
                .collect(Collectors.joining());
        return Lines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text " + seed);
    }

    private static List<SystemCounts> count(boolean keepLines) {
        try (var files = new SegmentFiles(List.of(lines(0), lines(1)), List.of(lines(2)))) {
            return SystemCounts.of(List.of("a", "b"), files, METRICS, keepLines);
        }
    }

    @Test
    void chunksAddUpToTheScoreOfTheWholeCorpus() {
        var hypotheses = lines(1).stream().map(line -> line.text()).toList();
        var references = lines(2).stream().map(line -> line.text()).toList();
        var expected = new Bleu(BleuConfig.CORPUS).score(Segment.zip(hypotheses, List.of(references)));
        var systems = count(false);
        assertThat(systems).extracting(SystemCounts::system).containsExactly("a", "b");
        assertThat(systems.get(1).metrics().get(0).score()).isEqualTo(expected);
    }

    @Test
    void linesAreKeptOnDemandOnly() {
        assertThat(count(true).get(0).metrics().get(0).lines()).hasSize(LINES);
        assertThatThrownBy(() -> count(false).get(0).metrics().get(0).lines())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the counts of single lines were not kept");
    }
}
