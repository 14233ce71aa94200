package org.dragoman.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashSet;

class SyntheticCorpusTest {
    private static SyntheticCorpus corpus(SyntheticCorpus.Rule rule) {
        return new SyntheticCorpus(rule, 500, 2, 6, 12, 7);
    }

    @Test
    void targetsFollowTheRule() {
        assertThat(corpus(SyntheticCorpus.Rule.COPY).stream())
                .allSatisfy(pair -> assertThat(pair.target()).isEqualTo(pair.source()));
        assertThat(corpus(SyntheticCorpus.Rule.REVERSE).stream()).allSatisfy(pair -> {
            var backwards = new StringBuilder();
            for (var symbol : pair.source().split(" ")) {
                backwards.insert(0, backwards.isEmpty() ? symbol : symbol + " ");
            }
            assertThat(pair.target()).isEqualTo(backwards.toString());
        });
        assertThat(corpus(SyntheticCorpus.Rule.SORT).stream())
                .allSatisfy(pair -> assertThat(pair.target().split(" "))
                        .isSorted()
                        .containsExactlyInAnyOrder(pair.source().split(" ")));
    }

    @Test
    void allLengthsAndSymbolsOccur() {
        var lengths = new HashSet<Integer>();
        var symbols = new HashSet<String>();
        corpus(SyntheticCorpus.Rule.COPY).stream()
                .map(pair -> pair.source().split(" "))
                .forEach(source -> {
                    lengths.add(source.length);
                    symbols.addAll(Arrays.asList(source));
                });
        assertThat(lengths).containsExactlyInAnyOrder(2, 3, 4, 5, 6);
        assertThat(symbols).hasSize(12).contains("a", "l");
    }

    @Test
    void aLongerCorpusBeginsWithTheShorterOneAndOtherSeedsGiveOthers() {
        var all = corpus(SyntheticCorpus.Rule.COPY).stream().toList();
        var some = new SyntheticCorpus(SyntheticCorpus.Rule.COPY, 10, 2, 6, 12, 7)
                .stream().toList();
        assertThat(all).startsWith(some.toArray(SentencePair[]::new));
        var others = new SyntheticCorpus(SyntheticCorpus.Rule.COPY, 10, 2, 6, 12, 8)
                .stream().toList();
        assertThat(others).isNotEqualTo(some);
    }

    @Test
    void symbolsGoOnBehindTheAlphabet() {
        var corpus = new SyntheticCorpus(SyntheticCorpus.Rule.SORT, 500, 1, 1, 28, 7);
        assertThat(corpus.stream())
                .extracting(SentencePair::source)
                .contains("a", "z", "aa", "ab")
                .doesNotContain("ac");
    }

    @Test
    void refusesAShortestLengthAboveTheLongest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SyntheticCorpus(SyntheticCorpus.Rule.COPY, 10, 6, 5, 12, 7))
                .withMessage("longest of a synthetic corpus must be at least shortest, 6, got 5");
    }
}
