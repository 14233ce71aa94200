package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

class TextFeaturesTest {
    private static final TextFeatures NEGATED = new TextFeatures(1, 0, 0, false, true, false);

    @ParameterizedTest
    @CsvSource({
        // words, text, different sequences
        "1, the cat and the dog, 4",
        "2, the cat and the dog, 8", // 4 words; the cat, cat and, and the, the dog
        "1, don't stop!, 3", // don't, stop, !
        "1, '', 0",
        "3, '  ', 0"
    })
    void countsEachSequenceOnce(int words, String text, int expected) {
        assertThat(TextFeatures.ofWords(words).of(text))
                .hasSize(expected)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void edgesAreWordsOfSequencesOnly() {
        // start, end, a; start a, a end
        assertThat(new TextFeatures(2, 0, 0, true, false, false).of("a")).hasSize(5);
        assertThat(new TextFeatures(1, 0, 0, true, false, false).of("a")).hasSize(1);
    }

    @Test
    void charactersKnowTheEndsOfTheirWord() {
        // of " ab ": " a", "ab", "b "
        var features = new TextFeatures(0, 2, 2, false, false, false);
        assertThat(features.of("ab")).hasSize(3);
        assertThat(features.of("ab, ab")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not good", "never really good", "it isn't good", "isn’t good", "NOT good"})
    void aWordAfterNotIsAnother(String text) {
        assertThat(common(NEGATED.of(text), NEGATED.of("good"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not bad, good", "good, not", "knot good", "no. good"})
    void negationEndsWithPunctuation(String text) {
        assertThat(common(NEGATED.of(text), NEGATED.of("good"))).isOne();
    }

    @Test
    void shapesTellNumbersAndNamesApart() {
        var features = new TextFeatures(1, 0, 0, false, false, true);
        assertThat(common(features.of("1234567"), features.of("7654321"))).isOne();
        assertThat(common(features.of("Anna"), features.of("Otto"))).isOne();
        assertThat(common(features.of("Anna"), features.of("otto"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsAnyText(long seed) {
        var features = new TextFeatures(3, 1, 4, true, true, true);
        assertThat(features.of(RandomText.withUnpairedSurrogates(new Random(seed), 300)))
                .isSorted();
    }

    @Test
    void refusesFeaturesOfNothing() {
        assertThatThrownBy(() -> TextFeatures.ofWords(0))
                .hasMessage("features need sequences of words, of characters, or both");
        assertThatThrownBy(() -> Settings.parse("test", "{\"words\": 0}").build(TextFeatures::from))
                .hasMessage("test: words must be between 1 and 10, got 0");
        assertThatThrownBy(
                        () -> Settings.parse("test", "{\"characters\": [5, 2]}").build(TextFeatures::from))
                .hasMessage("test: characters must be two lengths from 1 to 10, the shorter first, got [5,2]");
    }

    private static long common(int[] a, int[] b) {
        return Arrays.stream(a)
                .filter(hash -> Arrays.binarySearch(b, hash) >= 0)
                .count();
    }
}
