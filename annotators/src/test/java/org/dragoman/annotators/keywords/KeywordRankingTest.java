package org.dragoman.annotators.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.annotators.stopwords.StopWords;
import org.dragoman.pipeline.Label;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

class KeywordRankingTest {
    private final KeywordRanking ranking = new KeywordRanking(StopWords.of(List.of("the", "of")), 2, 10);

    private static List<List<String>> sentences(String... sentences) {
        return Arrays.stream(sentences).map(s -> List.of(s.split(" "))).toList();
    }

    /** A star: "fast" beside three others, ranks 2 and 2/3 each (see WeightedGraphTest); a third of four words is two. */
    @Test
    void aWordBesideManyOthersIsBest() {
        var labels = ranking.of(sentences("fast cars of", "Fast trains of", "fast ships"));
        assertThat(labels).extracting(Label::name).containsExactly("fast cars", "Fast trains", "fast ships");
        assertThat(labels.get(0).score()).isEqualTo(1);
    }

    /**
     * A path a-b-c-d-e-f of six words, of which two are kept. With x, y, z the ranks from the end inwards: x = .15 + .85 y/2, y = .15 + .85 (x
     * + z/2), z = .15 + .85 (y/2 + z/2): y is highest. So "bb" and "ee" are kept, alone, with equal strength.
     */
    @Test
    void wordsSideBySideAreAPhraseIfBothAreKept() {
        var labels = ranking.of(sentences("aa bb cc dd ee ff"));
        assertThat(labels).extracting(Label::name).containsExactly("bb", "ee");
        assertThat(labels.get(1).score()).isCloseTo(1, within(1e-6));
    }

    /** Both pairs are alone in the graph: the words of one occur twice as often, and 4/3 and 2/3 are their shares. */
    @Test
    void aFrequentPairIsStrongerThanARareOne() {
        var labels = ranking.of(sentences("rare pair", "common thing", "common thing"));
        assertThat(labels).extracting(Label::name).containsExactly("common thing");
    }

    @Test
    void stopWordsNumbersAndSignsAreNoPartOfAPhrase() {
        var labels = ranking.of(sentences("the speed of light , 42 x"));
        assertThat(labels).extracting(Label::name).containsExactly("speed", "light");
    }

    @Test
    void onlyAllowedTokensCount() {
        assertThat(ranking.of(sentences("red house", "blue sky"), token -> token != 1))
                .extracting(Label::name)
                .containsExactly("blue sky");
    }

    @Test
    void findsNoMoreThanAskedFor() {
        assertThat(new KeywordRanking(StopWords.NONE, 2, 1).of(sentences("aa bb cc dd ee ff")))
                .hasSize(1);
        assertThat(ranking.of(List.of())).isEmpty();
        assertThat(ranking.of(sentences("the of"))).isEmpty();
    }

    @Test
    void looksAtTheStartOfALongTextOnly() {
        var text = new ArrayList<>(Collections.nCopies(50_000, List.of("one", "two")));
        text.add(List.of("too", "late"));
        assertThat(ranking.of(text)).extracting(Label::name).containsExactly("one two");
    }

    @Test
    void refusesAWindowOfOne() {
        assertThatThrownBy(() -> new KeywordRanking(StopWords.NONE, 1, 5))
                .hasMessage("the window must be at least 2 and the most key words at least 1, got 1 and 5");
    }
}
