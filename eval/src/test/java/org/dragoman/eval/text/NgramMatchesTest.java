package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class NgramMatchesTest {
    private static final int MAX_ORDER = 5;

    /** The definition, word for word, with lists as n-grams. */
    private static long[] counted(List<String> hypothesis, List<List<String>> references) {
        var matches = new long[MAX_ORDER];
        for (var n = 1; n <= MAX_ORDER; n++) {
            var most = new HashMap<List<String>, Long>();
            for (var reference : references) {
                ngrams(reference, n).forEach((ngram, count) -> most.merge(ngram, count, Math::max));
            }
            for (var ngram : ngrams(hypothesis, n).entrySet()) {
                matches[n - 1] += Math.min(ngram.getValue(), most.getOrDefault(ngram.getKey(), 0L));
            }
        }
        return matches;
    }

    private static Map<List<String>, Long> ngrams(List<String> tokens, int n) {
        var ngrams = new HashMap<List<String>, Long>();
        for (var i = 0; i + n <= tokens.size(); i++) {
            ngrams.merge(tokens.subList(i, i + n), 1L, Long::sum);
        }
        return ngrams;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50})
    void matchesAreThoseOfTheDefinition(int vocabulary) {
        var random = new Random(vocabulary);
        for (var i = 0; i < 300; i++) {
            var hypothesis = tokens(random, vocabulary);
            var references = Stream.generate(() -> tokens(random, vocabulary))
                    .limit(1 + random.nextInt(3))
                    .toList();
            assertThat(NgramMatches.count(hypothesis, references, MAX_ORDER))
                    .as("%s against %s", hypothesis, references)
                    .isEqualTo(counted(hypothesis, references));
        }
    }

    private static List<String> tokens(Random random, int vocabulary) {
        return random.ints(random.nextInt(25), 0, vocabulary)
                .mapToObj(Integer::toString)
                .toList();
    }
}
