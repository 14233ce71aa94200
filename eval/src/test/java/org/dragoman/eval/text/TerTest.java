package org.dragoman.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.eval.MetricContract;
import org.dragoman.eval.Segment;
import org.dragoman.eval.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** TER on examples small enough to work out by hand; TerReferenceTest and TerRandomCasesTest hold it against sacreBLEU. */
class TerTest extends MetricContract<TerStatistics, TerScore> {
    private static final Ter TER = new Ter(TerConfig.DEFAULT);
    private static final Ter NORMALIZED = new Ter(TerConfig.DEFAULT.withNormalized(true));

    @Override
    protected Ter metric() {
        return TER;
    }

    @Override
    protected double perfect() {
        return 0;
    }

    // Snover et al. 2006, section 2: one shift ("this week"), two substitutions, one insertion; 13 words, 31 %.
    @Test
    void thePapersExampleTakesFourEdits() {
        var score = TER.score(new Segment(
                "THIS WEEK THE SAUDIS denied information published in the new york times",
                "SAUDI ARABIA denied THIS WEEK information published in the AMERICAN new york times"));
        assertThat(score.edits()).isEqualTo(4);
        assertThat(score.referenceLength()).isEqualTo(13);
        assertThat(score).hasToString("TER = 30.77");
    }

    // Each right-hand side is counted by hand; every reference has the words a b c d e f.
    @ParameterizedTest
    @CsvSource({
        "a b c d e f, 0",
        "a b x d e f, 1",
        "a b d e f, 1",
        "a b c x d e f, 1",
        "d e f a b c, 1",
        "f a b c d e, 1",
        "b a d c f e, 3",
        "u v w x y z, 6",
        "'', 6"
    })
    void anEditInsertsDeletesReplacesOrShifts(String hypothesis, int edits) {
        assertThat(TER.score(new Segment(hypothesis, "a b c d e f")).edits()).isEqualTo(edits);
    }

    // One word stands at the wrong end. Where it may not move it is deleted and inserted; the others are right where
    // they are.
    @Test
    void aPhraseMovesFiftyWordsAtMost() {
        assertThat(editsToMoveAWordBy(50)).isEqualTo(1);
        assertThat(editsToMoveAWordBy(51)).isEqualTo(2);
    }

    private static long editsToMoveAWordBy(int distance) {
        var others = IntStream.range(0, distance).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        return TER.score(new Segment("far " + others, others + " far")).edits();
    }

    // The first reference needs one edit, the second four; they have 3 and 4 words.
    @Test
    void theNearestReferenceGivesTheEditsAndAllTheLength() {
        var score = TER.score(new Segment("a b c", List.of("a b x", "c d e f")));
        assertThat(score.edits()).isEqualTo(1);
        assertThat(score.referenceLength()).isEqualTo(3.5);
        assertThat(score.value()).isCloseTo(100 / 3.5, within(1e-10));
    }

    @Test
    void lengthsOfThirdsAddUpExactly() {
        var segment = new Segment("a", List.of("a", "a", "a a"));
        assertThat(TER.score(Collections.nCopies(30_000, segment)).referenceLength())
                .isEqualTo(40_000);
    }

    @Test
    void anEmptyReferenceCostsEachWordAndHasNoLength() {
        assertThat(TER.score(new Segment("a b", "")).value()).isEqualTo(100);
        assertThat(TER.score(new Segment("a b", " \u3000")).edits()).isEqualTo(2);
        var score = TER.score(List.of(new Segment("a b", ""), new Segment("a", "a")));
        assertThat(score.value()).isEqualTo(200);
    }

    @Test
    void nothingAgainstNothingIsPerfect() {
        assertThat(TER.score(new Segment("", ""))).hasToString("TER = 0.00");
    }

    @Test
    void anEmptyHypothesisScoresOneHundred() {
        assertThat(TER.score(new Segment("", "a b"))).hasToString("TER = 100.00");
    }

    @Test
    void moreThanOneHundredIsPossible() {
        assertThat(TER.score(new Segment("a b c", "x")).value()).isEqualTo(300);
    }

    @Test
    void caseCountsOnDemandOnly() {
        var segment = new Segment("Die ÄRZTE", "die Ärzte");
        assertThat(TER.score(segment).edits()).isZero();
        assertThat(new Ter(TerConfig.DEFAULT.withCaseSensitive(true))
                        .score(segment)
                        .edits())
                .isEqualTo(2);
    }

    @Test
    void punctuationIsPartOfWordsUnlessItIsNormalizedOrLeftOut() {
        var segment = new Segment("Hallo Welt", "\"Hallo\", Welt!");
        assertThat(TER.score(segment).edits()).isEqualTo(2);
        assertThat(NORMALIZED.score(segment).edits()).isEqualTo(4);
        assertThat(new Ter(TerConfig.DEFAULT.withNoPunctuation(true))
                        .score(segment)
                        .edits())
                .isZero();
    }

    @Test
    void asianSupportCutsIdeographsAndKnowsAsianPunctuation() {
        var segment = new Segment("日本", "日、本。");
        var asian = TerConfig.DEFAULT.withAsianSupport(true);
        assertThat(new Ter(asian).score(segment).edits()).isEqualTo(1);
        assertThat(new Ter(asian.withNormalized(true)).score(segment).edits()).isEqualTo(2);
        assertThat(new Ter(asian.withNoPunctuation(true)).score(segment).edits())
                .isZero();
    }

    // sacreBLEU 2.6.0: TER(normalized=True).sentence_score("it's.", ["it's."]) prints TER = 66.67.
    @Test
    void referencesAreNormalizedTwiceAsInSacreBleu() {
        assertThat(NORMALIZED.score(new Segment("it's.", "it's."))).hasToString("TER = 66.67");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "tr", "ar", "hi-IN-u-nu-deva"})
    void theDefaultLocaleMakesNoDifference(String language) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(TER.score(new Segment("DIE I b", "die i c")).format(1)).isEqualTo("TER = 33.3");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSignatureNamesEveryChoice() {
        var config = new TerConfig(true, true, true, true);
        var signature =
                new Ter(config).score(new Segment("a", List.of("a", "b"))).signature();
        var version = Signature.VERSION.value();
        assertThat(signature)
                .hasToString("nrefs:2|case:mixed|tok:tercom|norm:yes|punct:no|asian:yes|version:" + version);
        assertThat(signature.brief()).isEqualTo("#:2|c:mixed|t:tercom|nr:yes|pn:no|as:yes|v:" + version);
    }

    // The whole matrix would have 100 million cells.
    @Test
    void longLinesTakeLittleMemoryAndTime() {
        var words = IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
        var turned = new ArrayList<>(words);
        Collections.rotate(turned.subList(4_000, 4_010), 5);
        var segment = new Segment(String.join(" ", words), String.join(" ", turned));
        assertThat(TER.score(segment).edits()).isEqualTo(1);
    }
}
