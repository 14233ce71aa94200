package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ExchangeClusteringTest {
    private static final List<String> ANIMALS = List.of("dog", "cat", "cow", "pig");
    private static final List<String> ACTIONS = List.of("sleeps", "runs", "eats", "plays");

    private static List<List<String>> sentences() {
        var random = new Random(5);
        var sentences = new ArrayList<List<String>>();
        for (var i = 0; i < 300; i++) {
            sentences.add(List.of("the", ANIMALS.get(random.nextInt(4)), ACTIONS.get(random.nextInt(4))));
        }
        sentences.add(List.of("the", "rare", "dog"));
        return sentences;
    }

    @Test
    void wordsThatStandBesideLikeWordsAreOfOneClass() {
        var classes = ExchangeClustering.cluster(sentences(), 2, 4, 10); // one is for the border
        assertThat(ANIMALS).extracting(classes::get).containsOnly(classes.get("dog"));
        assertThat(ACTIONS).extracting(classes::get).containsOnly(classes.get("runs"));
        assertThat(List.of(classes.get("the"), classes.get("dog"), classes.get("runs")))
                .doesNotHaveDuplicates();
        assertThat(classes).doesNotContainKey("rare");
    }

    @Test
    void theSameTextGivesTheSameClasses() {
        assertThat(ExchangeClustering.cluster(sentences(), 1, 5, 3))
                .isEqualTo(ExchangeClustering.cluster(sentences(), 1, 5, 3));
    }
}
