package org.dragoman.nmt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class BpeLearnerTest {
    @Test
    void mergesTheMostFrequentPairFirst() {
        // the words of Sennrich et al. 2016, algorithm 1, with the end mark on the last letter: "e s" and "s t</w>"
        // occur 9 times, and the
        // latter is later in order; then "e st</w>" has 9; then "l o" has 7 (5 low, 2 lower) and "w est</w>" 6
        var counts = Map.of("low", 5L, "lower", 2L, "newest", 6L, "widest", 3L);

        assertThat(learn(counts, 3)).containsExactly("s t</w>", "e st</w>", "l o");
    }

    @Test
    void ofEquallyFrequentPairsTheLastInCodePointOrderIsMerged() {
        // by UTF-16 units U+FFED would come after the emoji
        assertThat(learn(Map.of("\uFFEDax", 3L, "😀ax", 3L, "bax", 3L), 3))
                .containsExactly("a x</w>", "😀 ax</w>", "\uFFED ax</w>");
    }

    @Test
    void stopsWherePairsGetTooRare() {
        assertThat(learn(Map.of("ab", 2L, "cd", 1L), 10)).containsExactly("a b</w>");
    }

    @Test
    void learnsNothingFromWordsOfOneLetterOrFromNoWords() {
        assertThat(learn(Map.of("a", 10L), 10)).isEmpty();
        assertThat(learn(Map.of(), 10)).isEmpty();
    }

    @Test
    void theOrderOfTheWordsHasNoInfluence() {
        var words = List.of("abab", "baba", "aabb", "bbaa", "abba", "baab", "aaab", "bbba");
        var forward = new LinkedHashMap<String, Long>();
        var backward = new LinkedHashMap<String, Long>();
        words.forEach(word -> forward.put(word, 3L));
        for (int i = words.size() - 1; i >= 0; i--) {
            backward.put(words.get(i), 3L);
        }

        assertThat(learn(forward, 10)).isEqualTo(learn(backward, 10)).hasSize(10);
    }

    @Test
    void refusesWhatIsNotAWord() {
        var counts = new HashMap<String, Long>();
        counts.put("a b", 3L);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> learn(counts, 1))
                .withMessage(
                        "a word to learn from has characters, no blank or line break, and a count of at least 1, got \"a b\" with 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learn(Map.of("ab", 0L), 1))
                .withMessageEndingWith("got \"ab\" with 0");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BpeLearner(-1, 2))
                .withMessage("the number of merges must be 0 or more, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BpeLearner(10, 0))
                .withMessage("the minimum frequency must be at least 1, got 0");
    }

    private static List<String> learn(Map<String, Long> counts, int merges) {
        return new BpeLearner(merges, 2)
                .learn(counts).merges().stream()
                        .map(merge -> merge.left() + " " + merge.right())
                        .toList();
    }
}
