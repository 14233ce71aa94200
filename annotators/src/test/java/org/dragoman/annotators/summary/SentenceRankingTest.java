package org.dragoman.annotators.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.stopwords.StopWords;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class SentenceRankingTest {
    private static List<Integer> summary(int most, String... sentences) {
        var tokens = Arrays.stream(sentences).map(s -> List.of(s.split(" "))).toList();
        return new SentenceRanking(StopWords.of(List.of("the")), most).of(tokens);
    }

    /** The third has a word in common with each of the others, which have none with one another: the centre of a star. */
    @Test
    void theSentenceThatHasMostInCommonIsBest() {
        assertThat(summary(1, "red apples", "blue plums", "apples plums pears", "green pears"))
                .containsExactly(2);
    }

    /** The leaves of the star are equally good but for their similarity, which is the same for all: the first comes first. */
    @Test
    void ofEquallyGoodOnesTheEarlierIsChosenAndTheOrderIsThatOfTheText() {
        assertThat(summary(2, "red apples", "blue plums", "apples plums pears", "green pears"))
                .containsExactly(0, 2);
    }

    @Test
    void doesNotSayTheSameTwice() {
        assertThat(summary(2, "the Cat sat there", "a bird sang", "the cat sat there", "the bird and the cat"))
                .doesNotContainSequence(0, 2)
                .hasSize(2);
    }

    @Test
    void sentencesWithoutWordsAreNeverChosen() {
        assertThat(summary(5, "...", "the the", "word")).containsExactly(2);
        assertThat(summary(5)).isEmpty();
    }

    @Test
    void looksAtTheStartOfALongTextOnly() {
        var sentences = IntStream.range(0, 100_000)
                .mapToObj(i -> List.of("word", "w" + i))
                .toList();
        assertThat(new SentenceRanking(StopWords.NONE, 2_000).of(sentences)).hasSize(1_000);
        assertThat(new SentenceRanking(StopWords.NONE, 1).of(List.of(Collections.nCopies(100_000, "word"))))
                .containsExactly(0);
    }

    @Test
    void refusesASummaryOfNothing() {
        assertThatThrownBy(() -> new SentenceRanking(StopWords.NONE, 0))
                .hasMessage("a summary must have at least 1 sentence, got 0");
    }
}
