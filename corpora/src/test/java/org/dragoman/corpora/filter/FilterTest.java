package org.dragoman.corpora.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.text.TextKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

class FilterTest {

    private static boolean keeps(Filter<String> filter, String line) {
        return filter.start().test(line);
    }

    private static boolean keeps(Filter<SentencePair> filter, String source, String target) {
        return filter.start().test(new SentencePair(source, target));
    }

    @ParameterizedTest
    @CsvSource({"'a b',true", "'a b c',true", "a,false", "'a  b c\u3000d',false", "'',false"})
    void lengthIsBetweenItsBounds(String line, boolean isKept) {
        assertThat(keeps(new LengthFilter(TextLength.WORDS, 2, 3), line)).isEqualTo(isKept);
    }

    @Test
    void charactersAreCodePoints() {
        assertThat(keeps(new LengthFilter(TextLength.CHARACTERS, 3, 3), "a 👍")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a b c,d e,true", "a b c d,e f,false", "a b,c d e,true", "a,'',false", "'','',true"})
    void theLongerSideIsAtMostOneAndAHalfTimesAsLong(String source, String target, boolean isKept) {
        assertThat(keeps(new LengthRatioFilter(TextLength.WORDS, 1.5), source, target))
                .isEqualTo(isKept);
    }

    @ParameterizedTest
    @CsvSource({"a,true", "'',false", "' \u00A0\t',false", "\u200B,true"})
    void emptyIsWhatHoldsNothingButWhiteSpace(String line, boolean isKept) {
        assertThat(keeps(new NotEmptyFilter(), line)).isEqualTo(isKept);
    }

    @ParameterizedTest
    @CsvSource({"мир и war,true", "мир wars,false", "12 + 3 = 15 👍,true", "мир (1917),true", "war,false"})
    void atLeastHalfOfTheLettersAreCyrillic(String line, boolean isKept) {
        assertThat(keeps(new ScriptFilter(Set.of(UnicodeScript.CYRILLIC), 0.5), line))
                .as(line)
                .isEqualTo(isKept);
    }

    @Test
    void aTextMayBeInSeveralScripts() {
        var japanese = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
        assertThat(keeps(new ScriptFilter(japanese, 1), "コーヒーを飲む。")).isTrue();
        assertThat(keeps(new ScriptFilter(Set.of(UnicodeScript.HAN), 1), "コーヒーを飲む。"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Hello world!,true",
        "a\u0007b,false",
        "a\tb,true",
        "a\uFFFDb,false",
        "a\uE000b,false",
        "a\uD800b,false",
        "a\u0378b,false",
        "- 12 - 34 -,false",
        "ab 1,true",
        "क्षि,true",
        "'',true",
        "👍 ok,true",
        "👍👍👍 ok,false"
    })
    void aTextIsWellFormedIfHalfOfItIsLettersAndNothingIsBroken(String line, boolean isKept) {
        assertThat(keeps(new WellFormedFilter(0.5), line)).as(line).isEqualTo(isKept);
    }

    @ParameterizedTest
    @CsvSource({
        "'In 1,000 cases','In 1.000 Fällen',true",
        "3 dogs,drei Hunde,false",
        "3 and 3,3,false",
        "4 und 5,5 and 4,true",
        "no,nein,true"
    })
    void numbersMustBeTheSame(String source, String target, boolean isKept) {
        assertThat(keeps(new NumbersFilter(), source, target)).isEqualTo(isKept);
    }

    /** By hand: "colour" and "color" are one edit of six apart, so 5 / 6 similar; "kitten" and "sitting" three of seven, 4 / 7. */
    @ParameterizedTest
    @CsvSource({
        "Tom!,tom,1,false", "colour,color,1,true", "colour,color,0.84,true", "colour,color,0.83,false",
                "kitten,sitting,0.58,true",
        "kitten,sitting,0.57,false", "'','',0.5,true", "a,'',0.5,true", "ab,ba,0.5,true",
                "abcdefghij,abcdefghi,0.9,false"
    })
    void aCopyIsAsSimilarAsThat(String source, String target, double similarity, boolean isKept) {
        assertThat(keeps(new CopyFilter(similarity), source, target)).isEqualTo(isKept);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLimitedEditDistanceEqualsTheWholeOne(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var a = random.ints(random.nextInt(12), 0, 3).toArray();
            var b = random.ints(random.nextInt(12), 0, 3).toArray();
            var distance = distance(a, b);
            for (var limit = 0; limit < 13; limit++) {
                assertThat(EditDistance.isWithin(limit, a, b))
                        .as("%s, %s, at most %d", a, b, limit)
                        .isEqualTo(distance <= limit);
            }
        }
    }

    /** The textbook's table. */
    private static int distance(int[] a, int[] b) {
        var table = new int[a.length + 1][b.length + 1];
        for (var i = 0; i <= a.length; i++) {
            for (var j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    var substituted = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                    table[i][j] = Math.min(substituted, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                }
            }
        }
        return table[a.length][b.length];
    }

    @Test
    void theFirstOfEqualLinesIsKept() {
        var test = new DuplicateFilter(TextKey.EXACT).start();
        assertThat(test.test("a")).isTrue();
        assertThat(test.test("A")).isTrue();
        assertThat(test.test("a")).isFalse();
        var normalized = new DuplicateFilter(TextKey.NORMALIZED).start();
        assertThat(normalized.test("Go on!")).isTrue();
        assertThat(normalized.test("go  on")).isFalse();
        assertThat(normalized.test("!")).isTrue();
        assertThat(normalized.test("?")).isTrue();
    }

    @Test
    void aPairIsADuplicateIfBothSidesAre() {
        var test = DuplicateFilter.ofPairs(TextKey.EXACT).start();
        assertThat(test.test(new SentencePair("a", "bc"))).isTrue();
        assertThat(test.test(new SentencePair("ab", "c"))).isTrue();
        assertThat(test.test(new SentencePair("a", "c"))).isTrue();
        assertThat(test.test(new SentencePair("ab", "c"))).isFalse();
    }

    @Test
    void everyPassForgetsTheOneBefore() {
        var filter = new DuplicateFilter(TextKey.EXACT);
        assertThat(keeps(filter, "a")).isTrue();
        assertThat(keeps(filter, "a")).isTrue();
    }

    @Test
    void aSetOfHashesEqualsThatOfJava() {
        var random = new Random(1);
        var expected = new HashSet<Long>();
        var set = new HashSet64();
        for (var i = 0; i < 50_000; i++) {
            var hash = random.nextInt(4) == 0 ? (long) random.nextInt(100) : random.nextLong();
            assertThat(set.add(hash)).isEqualTo(expected.add(hash));
        }
        for (var hash : expected) {
            assertThat(set.add(hash)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de,de,true",
        "de,en,false",
        "de,del,false",
        "en,en-GB,true",
        "pt_BR,PT,true",
        "en-US,en-GB,false",
        "de,'',false"
    })
    void languageIsWhatTheIdentifierSays(String wanted, String identified, boolean isKept) {
        assertThat(keeps(new LanguageFilter(wanted, line -> line), identified)).isEqualTo(isKept);
    }

    @Test
    void aFilterOfLinesJudgesASideOrBoth() {
        var empty = new NotEmptyFilter();
        assertThat(keeps(Filter.source(empty), "a", "")).isTrue();
        assertThat(keeps(Filter.target(empty), "a", "")).isFalse();
        assertThat(keeps(Filter.bothSides(empty), "", "a")).isFalse();
        assertThat(keeps(Filter.bothSides(empty), "a", "a")).isTrue();
        assertThat(Filter.source(empty).name()).isEqualTo("source empty");
        assertThat(Filter.bothSides(empty).name()).isEqualTo("empty");
    }

    @Test
    void sidesHaveDuplicatesOfTheirOwn() {
        var test = Filter.bothSides(new DuplicateFilter(TextKey.EXACT)).start();
        assertThat(test.test(new SentencePair("a", "b"))).isTrue();
        assertThat(test.test(new SentencePair("b", "a"))).isTrue();
        assertThat(test.test(new SentencePair("c", "a"))).isFalse();
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> new LengthFilter(TextLength.WORDS, 3, 2))
                .hasMessage("lengths must be 0 or more, and the longest at least the shortest, got 3 to 2");
        assertThatThrownBy(() -> new LengthRatioFilter(TextLength.WORDS, 0.5))
                .hasMessage("the greatest ratio of lengths must be 1 or more, got 0.5");
        assertThatThrownBy(() -> new ScriptFilter(Set.of(), 0.5))
                .hasMessage("at least one script must be named, got none");
        assertThatThrownBy(() -> new ScriptFilter(Set.of(UnicodeScript.LATIN), 2))
                .hasMessage("the least share of letters must be from 0 to 1, got 2.0");
        assertThatThrownBy(() -> new WellFormedFilter(-1))
                .hasMessage("the least share of letters must be from 0 to 1, got -1.0");
        assertThatThrownBy(() -> new LanguageFilter("", line -> "en"))
                .hasMessage("a language must have a tag such as en, got \"\"");
        assertThatThrownBy(() -> new CopyFilter(0))
                .hasMessage("the similarity of a copy must be above 0 and at most 1, got 0.0");
    }
}
