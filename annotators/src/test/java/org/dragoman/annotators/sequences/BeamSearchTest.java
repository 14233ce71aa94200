package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class BeamSearchTest {
    private static final TagSet TAGS = new TagSet(List.of("a", "b", "c"), false);
    private static final Lexicon NONE = new Lexicon(List.of());

    /** Scores of which no two paths have the same sum. */
    private static Weights random(long seed) {
        return (scores, feature) -> {
            var random = new Random(feature * 31L + seed);
            for (var tag = 0; tag < scores.length; tag++) {
                scores[tag] += random.nextFloat();
            }
        };
    }

    /** With as wide a beam as there are pairs of tags, the search must find what trying out all 3^5 paths finds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aWideBeamFindsTheBestOfAllPaths(long seed) {
        var features = Templates.PARTS_OF_SPEECH.of(List.of("We", "saw", "the", "old", "saw"), NONE);
        var search = new BeamSearch(random(seed), TAGS, 9, features);
        var best = new int[0];
        var most = Float.NEGATIVE_INFINITY;
        for (var number = 0; number < 243; number++) {
            var path = new int[] {number % 3, number / 3 % 3, number / 9 % 3, number / 27 % 3, number / 81};
            var score = 0f;
            for (var word = 0; word < 5; word++) {
                score += search.score(word, word < 1 ? 3 : path[word - 1], word < 2 ? 3 : path[word - 2], path[word]);
            }
            if (score > most) {
                most = score;
                best = path;
            }
        }
        assertThat(search.search()).isEqualTo(best);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tagsOfEntitiesFitTogether(long seed) {
        var tags = new TagSet(List.of("B-X", "B-Y", "E-X", "E-Y", "I-X", "I-Y", "O", "S-X"), true);
        var features = Templates.NAMES.of(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"), NONE);
        var path = new BeamSearch(random(seed), tags, 2, features).search();
        var open = "";
        for (var number : path) {
            var tag = tags.name(number);
            var goesOn = tag.startsWith("I-") || tag.startsWith("E-");
            assertThat(goesOn ? tag.substring(2) : "").as("%s", tag).isEqualTo(open);
            open = tag.startsWith("B-") || tag.startsWith("I-") ? tag.substring(2) : "";
        }
    }
}
