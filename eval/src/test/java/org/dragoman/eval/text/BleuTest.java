package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.eval.MetricContract;
import org.dragoman.eval.Segment;
import org.dragoman.eval.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

/** BLEU on examples small enough to work out by hand; BleuReferenceTest and BleuRandomCasesTest hold it against sacreBLEU. */
class BleuTest extends MetricContract<BleuStatistics, BleuScore> {
    private static final Bleu CORPUS = new Bleu(BleuConfig.CORPUS);
    private static final Bleu SENTENCE = new Bleu(BleuConfig.SENTENCE);

    @Override
    protected Bleu metric() {
        return CORPUS;
    }

    @Override
    protected double perfect() {
        return 100;
    }

    // Papineni et al. 2002, section 2.1, example 2: modified unigram precision 2/7.
    @Test
    void aRepeatedWordCountsAsOftenAsAReferenceHasIt() {
        var segment = new Segment(
                "the the the the the the the", List.of("the cat is on the mat", "there is a cat on the mat"));
        assertThat(CORPUS.statistics(segment).matches(1)).isEqualTo(2);
        assertThat(CORPUS.statistics(segment).total(1)).isEqualTo(7);
    }

    // Papineni et al. 2002, section 2.1, example 1: candidate 1 has 17/18, candidate 2 has 8/14. The paper's text has
    // no hyphen or comma.
    @Test
    void unigramPrecisionsAreThoseOfThePapersFirstExample() {
        var references = List.of(
                "It is a guide to action that ensures that the military will forever heed Party commands",
                "It is the guiding principle which guarantees the military forces always being under the command of the Party",
                "It is the practical guide for the army always to heed the directions of the party");
        var one = "It is a guide to action which ensures that the military always obeys the commands of the party";
        var two = "It is to insure the troops forever hearing the activity guidebook that party direct";
        var first = CORPUS.statistics(new Segment(one, references));
        var second = CORPUS.statistics(new Segment(two, references));
        assertThat(List.of(first.matches(1), first.total(1))).containsExactly(17L, 18L);
        assertThat(List.of(second.matches(1), second.total(1))).containsExactly(8L, 14L);
        assertThat(List.of(first.matches(2), first.total(2)))
                .containsExactly(10L, 17L); // 10/17 and 1/13: the same section
        assertThat(List.of(second.matches(2), second.total(2))).containsExactly(1L, 13L);
    }

    // 4 of 5 unigrams, 3 of 4, 2 of 3, 1 of 2: the product is 1/5, its fourth root 0.66874; as long as the reference.
    @Test
    void theScoreIsTheGeometricMeanOfPrecisions() {
        var score = CORPUS.score(new Segment("a b c d x", "a b c d y"));
        assertThat(score.value()).isCloseTo(100 * Math.pow(0.2, 0.25), within(1e-10));
        assertThat(score.precisions()).containsExactly(80.0, 75.0, 200.0 / 3, 50.0);
        assertThat(score.brevityPenalty()).isEqualTo(1);
    }

    // 4 tokens against 8: the penalty is exp(1 - 8/4).
    @Test
    void aShortHypothesisPaysTheBrevityPenalty() {
        var score = CORPUS.score(new Segment("a b c d", "a b c d e f g h"));
        assertThat(score.brevityPenalty()).isEqualTo(Math.exp(-1));
        assertThat(score.value()).isCloseTo(100 * Math.exp(-1), within(1e-10));
        assertThat(score.ratio()).isEqualTo(0.5);
    }

    @Test
    void theClosestReferenceLengthCountsAndOfTwoAsCloseTheShorter() {
        var references = List.of("1 2 3 4 5 6 7 8", "1 2", "1 2 3 4", "1 2 3 4 5 6 7");
        assertThat(lengthAgainst("a b c d e f g h i", references)).isEqualTo(8);
        assertThat(lengthAgainst("a b c", references)).isEqualTo(2);
        assertThat(lengthAgainst("", references)).isEqualTo(2);
    }

    private static long lengthAgainst(String hypothesis, List<String> references) {
        return CORPUS.statistics(new Segment(hypothesis, references)).referenceLength();
    }

    @Test
    void aWhollyWrongHypothesisScoresZeroWhateverTheSmoothing() {
        for (var smoothing : List.of(
                new BleuSmoothing.None(),
                new BleuSmoothing.Exponential(),
                new BleuSmoothing.Floor(0.1),
                new BleuSmoothing.AddK(1))) {
            var bleu = new Bleu(BleuConfig.SENTENCE.withSmoothing(smoothing));
            assertThat(bleu.score(new Segment("this is a cat", "okay thanks")).value())
                    .isZero();
        }
    }

    @Test
    void emptyHypothesesScoreZero() {
        var score = CORPUS.score(List.of(new Segment("", "a b"), new Segment(" \u3000", "c")));
        assertThat(score).hasToString("BLEU = 0.00 0.0/0.0/0.0/0.0 (BP = 0.000 ratio = 0.000 hyp_len = 0 ref_len = 3)");
    }

    @Test
    void nothingAgainstNothingScoresZeroWithoutAPenalty() {
        assertThat(CORPUS.score(new Segment("", "")))
                .hasToString("BLEU = 0.00 0.0/0.0/0.0/0.0 (BP = 1.000 ratio = 0.000 hyp_len = 0 ref_len = 0)");
    }

    @Test
    void aPerfectShortSentenceNeedsEffectiveOrder() {
        assertThat(SENTENCE.score(new Segment("Hallo Welt", "Hallo Welt")).value())
                .isCloseTo(100, within(1e-10));
        assertThat(CORPUS.score(new Segment("Hallo Welt", "Hallo Welt")).value())
                .isZero();
    }

    @Test
    void noScoreIsAboveOneHundred() {
        for (var order = 1; order <= 8; order++) {
            var bleu = new Bleu(BleuConfig.CORPUS.withMaxOrder(order));
            assertThat(bleu.score(new Segment("a b c d e f g h", "a b c d e f g h"))
                            .value())
                    .isLessThanOrEqualTo(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "tr", "ar", "hi-IN-u-nu-deva"})
    void theDefaultLocaleMakesNoDifference(String language) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            var score =
                    new Bleu(BleuConfig.CORPUS.withLowerCase(true)).score(new Segment("DIE I b c d", "die i b c e"));
            assertThat(score.format(1))
                    .isEqualTo("BLEU = 66.9 80.0/75.0/66.7/50.0 (BP = 1.000 ratio = 1.000 hyp_len = 5 ref_len = 5)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSignatureNamesEveryChoice() {
        var config = new BleuConfig(BleuTokenizer.INTL, new BleuSmoothing.Floor(0.1), true, true, 4);
        var signature =
                new Bleu(config).score(new Segment("a", List.of("a", "b"))).signature();
        assertThat(signature)
                .hasToString(
                        "nrefs:2|case:lc|eff:yes|tok:intl|smooth:floor[0.10]|version:" + Signature.VERSION.value());
        assertThat(signature.brief()).isEqualTo("#:2|c:lc|e:yes|tok:intl|s:floor[0.10]|v:" + Signature.VERSION.value());
    }

    @Test
    void statisticsOfAnotherOrderAreRefused() {
        var other = new Bleu(BleuConfig.CORPUS.withMaxOrder(2)).statistics(new Segment("a", "b"));
        assertThatThrownBy(() -> CORPUS.score(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statistics must have the n-gram order of the settings, 4, got 2");
        var own = CORPUS.statistics(new Segment("a", "b"));
        assertThatThrownBy(() -> own.plus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statistics to add must have the same n-gram order, got 4 and 2");
    }

    /** sacreBLEU 2.6.0 gives 122.47448713915892: the geometric mean of 100 and 150. */
    @Test
    void floorSmoothingAboveTheNumberOfNgramsIsNotCapped() {
        var config = BleuConfig.CORPUS.withMaxOrder(2).withSmoothing(new BleuSmoothing.Floor(1.5));
        assertThat(new Bleu(config).score(new Segment("b a", "a b")).value())
                .isCloseTo(122.47448713915892, within(1e-12));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> BleuConfig.CORPUS.withMaxOrder(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxOrder of BLEU must be at least 1, got 0");
        assertThatThrownBy(() -> new BleuSmoothing.Floor(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the matches of floor smoothing must be 0 or more, got -0.1");
        assertThatThrownBy(() -> new BleuSmoothing.AddK(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the k of add-k smoothing must be 0 or more, got NaN");
        assertThatThrownBy(() -> BleuTokenizer.named("13b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no BLEU tokenizer \"13b\"; expected one of 13a, none, intl, char, zh");
    }
}
