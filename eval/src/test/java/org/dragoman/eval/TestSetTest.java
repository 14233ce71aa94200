package org.dragoman.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.eval.text.Bleu;
import org.dragoman.eval.text.BleuConfig;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class TestSetTest {

    private static final TestSet ROWS =
            new TestSet(List.of("a", "b", "a"), List.of(List.of("A", "A2"), List.of("B"), List.of("A3")));

    @Test
    void aSourceOfSeveralRowsHasAllTheirReferences() {
        assertThat(ROWS.bySource())
                .isEqualTo(new TestSet(List.of("a", "b"), List.of(List.of("A", "A2", "A3"), List.of("B"))));
        assertThat(ROWS.segments(source -> source.toUpperCase(Locale.ROOT)))
                .containsExactly(new Segment("A", List.of("A", "A2")), new Segment("B", "B"), new Segment("A", "A3"));
    }

    @Test
    void eachSourceNeedsReferences() {
        assertThatThrownBy(() -> new TestSet(List.of("a"), List.of()))
                .hasMessage("each source needs its references: got 1 sources and references of 0");
    }

    @Test
    void segmentsInMemoryAreCountedLikeFilesAndPartsAddUp() {
        var bleu = new Bleu(BleuConfig.CORPUS);
        var segments = List.of(new Segment("a b c d e", "a b c d f"), new Segment("x y", "x y"), new Segment("q", "r"));
        var counts =
                SystemCounts.of("s", segments, List.of(bleu), true).metrics().get(0);
        assertThat(counts.score()).isEqualTo(bleu.score(segments));
        assertThat(counts.subset(List.of(0, 2)).score())
                .isEqualTo(bleu.score(List.of(segments.get(0), segments.get(2))));
    }

    /** Two right words of two are a perfect line, though there is no n-gram of four words in it. */
    @Test
    void aShortLineIsScoredByTheOrdersThatItHas() {
        var segments = List.of(new Segment("x y", "x y"), new Segment("q", "r"));
        var counts = SystemCounts.of("s", segments, List.of(new Bleu(BleuConfig.CORPUS)), true)
                .metrics()
                .get(0);
        assertThat(counts.lineScores())
                .extracting(score -> Math.round(score.value()))
                .containsExactly(100L, 0L);
        assertThat(counts.lineScores().get(0).signature().toString()).contains("eff:yes");
    }
}
