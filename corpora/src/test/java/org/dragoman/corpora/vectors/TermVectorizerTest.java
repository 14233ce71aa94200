package org.dragoman.corpora.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dragoman.corpora.text.WhiteSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class TermVectorizerTest {
    private static final List<String> TRAIN = List.of("a dog saw a cat", "a cat slept", "");
    private static final Terms WORDS = Terms.WORDS.withTokenizer(WhiteSpace::split);

    @TempDir
    Path folder;

    private static TermVectorizer counts(Terms terms) {
        return TermVectorizer.fit(TRAIN.iterator(), terms, VocabularyLimits.NONE, Weighting.COUNTS);
    }

    private static List<String> terms(Terms terms, String text) {
        var all = new ArrayList<String>();
        terms.forEach(text, all::add);
        return all;
    }

    @Test
    void aRowCountsTheTermsOfItsText() {
        var vectorizer = counts(WORDS);
        assertThat(vectorizer.vocabulary().terms()).containsExactly("a", "cat", "dog", "saw", "slept");
        var matrix = vectorizer.transform(TRAIN.iterator());
        assertThat(matrix.height()).isEqualTo(3);
        assertThat(matrix.width()).isEqualTo(5);
        assertThat(matrix.size()).isEqualTo(7);
        assertThat(matrix.get(0, 0)).isEqualTo(2);
        assertThat(matrix.get(0, 4)).isZero();
        assertThat(matrix.rowStart(2)).isEqualTo(matrix.rowStart(3));
    }

    @Test
    void aNewTextLosesTheTermsThatTrainingDidNotHave() {
        var vector = counts(WORDS).transform("A bird saw a Bird");
        assertThat(vector.size()).isEqualTo(2);
        assertThat(vector.column(0)).isZero();
        assertThat(vector.value(0)).isEqualTo(2);
        assertThat(vector.column(1)).isEqualTo(3);
    }

    /** By hand: "a" is in 2 of 3 texts, so its idf is ln(4 / 3) + 1; "slept" is in 1, ln(4 / 2) + 1. */
    @Test
    void tfIdfIsThatOfTheFormula() {
        var vector = TermVectorizer.fit(TRAIN.iterator(), WORDS, VocabularyLimits.NONE, Weighting.TF_IDF)
                .transform("a a slept");
        var common = 2 * (Math.log(4.0 / 3) + 1);
        var rare = Math.log(2) + 1;
        var length = Math.sqrt(common * common + rare * rare);
        assertThat(vector.value(0)).isCloseTo(common / length, within(1e-15));
        assertThat(vector.value(1)).isCloseTo(rare / length, within(1e-15));
    }

    @Test
    void ngramsOfWordsReachOverStopWords() {
        assertThat(terms(WORDS.withOrders(1, 2).withStopWords(Set.of("of")), "House of Cards"))
                .containsExactly("house", "cards", "house cards");
    }

    @Test
    void ngramsOfCharactersCountCodePoints() {
        assertThat(terms(Terms.WORDS.withUnit(Terms.Unit.CHARACTER).withOrders(2, 3), "a𝒜  b"))
                .containsExactly("a𝒜", "𝒜 ", " b", "a𝒜 ", "𝒜 b");
        assertThat(terms(Terms.WORDS.withUnit(Terms.Unit.CHARACTER_IN_WORD).withOrders(4, 5), "ab c"))
                .containsExactly(" ab ", " c ");
    }

    @Test
    void columnsAreInTheOrderOfCodePoints() {
        var vectorizer =
                TermVectorizer.fit(List.of("\uFB01 👍 z").iterator(), WORDS, VocabularyLimits.NONE, Weighting.COUNTS);
        assertThat(vectorizer.vocabulary().terms()).containsExactly("z", "\uFB01", "👍");
    }

    @Test
    void aLimitedVocabularyHasTheMostFrequentTerms() {
        var limits = VocabularyLimits.NONE.withTerms(2);
        var counted = TermVectorizer.fit(List.of("c c c", "b a", "b a").iterator(), WORDS, limits, Weighting.COUNTS);
        assertThat(counted.vocabulary().terms()).containsExactly("a", "c");
        var binary = new Weighting(Weighting.Frequency.BINARY, Weighting.Idf.NONE, Weighting.Norm.NONE);
        assertThat(TermVectorizer.fit(List.of("c c c", "b a", "b a").iterator(), WORDS, limits, binary)
                        .vocabulary()
                        .terms())
                .containsExactly("a", "b");
    }

    @Test
    void aVocabularyFileGivesTheSameVectors() {
        var terms = Terms.WORDS.withUnit(Terms.Unit.CHARACTER).withOrders(1, 2);
        var texts = List.of("a\tb\\n", "\r a", "b\nb");
        var fitted = TermVectorizer.fit(texts.iterator(), terms, VocabularyLimits.NONE, Weighting.TF_IDF);
        var file = folder.resolve("terms.tsv");
        fitted.vocabulary().write(file);
        var read = new TermVectorizer(terms, Weighting.TF_IDF, Vocabulary.read(file));
        assertThat(read.vocabulary().terms()).isEqualTo(fitted.vocabulary().terms());
        for (var text : texts) {
            var expected = fitted.transform(text);
            var actual = read.transform(text);
            assertThat(actual.size()).isEqualTo(expected.size());
            for (var i = 0; i < expected.size(); i++) {
                assertThat(actual.column(i)).isEqualTo(expected.column(i));
                assertThat(actual.value(i)).isEqualTo(expected.value(i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | terms:1: a vocabulary needs at least one term, got none",
                "'a\t1' | terms:1: a vocabulary begins with a line like \"# 100 texts\", got \"a\t1\"",
                "'# 2 texts;a\t3' | terms:2: a term, a TAB and a number of texts from 1 to 2 were expected, got \"a\t3\"",
                "'# 2 texts;a' | terms:2: a term, a TAB and a number of texts from 1 to 2 were expected, got \"a\"",
                "'# 2 texts;a\t1;a\t1' | terms:3: the term \"a\" is there twice"
            })
    void aBrokenVocabularyFileIsRefused(String lines, String message) throws IOException {
        var file = Files.writeString(folder.resolve("terms"), lines.replace(';', '\n'));
        assertThatThrownBy(() -> Vocabulary.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(folder + "/" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MATRIX_MARKET | %%MatrixMarket matrix coordinate real general;2 2 3;1 1 2;1 2 1;2 2 1;",
                "SVMLIGHT | 5 1:2 2:1;6 2:1;",
                "CSV | row,term,value;1,\"a,\"\"\",2;1,b,1;2,b,1;",
                "JSON_LINES | {\"a,\\\"\":2,\"b\":1};{\"b\":1};"
            })
    void eachFormatIsWritten(MatrixFormat format, String expected) throws IOException {
        var texts = List.of("a,\" b a,\"", "b");
        var vectorizer = TermVectorizer.fit(texts.iterator(), WORDS, VocabularyLimits.NONE, Weighting.COUNTS);
        var out = new StringWriter();
        format.write(vectorizer.transform(texts.iterator()), vectorizer.vocabulary(), row -> row + 5, out);
        assertThat(out.toString().replace('\n', ';')).isEqualTo(expected);
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> WORDS.withOrders(0, 1))
                .hasMessage("orders of n-grams must be 1 or more, and the longest at least the shortest, got 0 to 1");
        assertThatThrownBy(() -> WORDS.withStopWords(Set.of("a")).withUnit(Terms.Unit.CHARACTER))
                .hasMessage("stop words are for n-grams of words, got 1 for those of characters");
        assertThatThrownBy(() -> VocabularyLimits.Bound.share(1.5))
                .hasMessage("a share of texts must be from 0 to 1, got 1.5");
        assertThatThrownBy(() -> VocabularyLimits.Bound.texts(-1))
                .hasMessage("a number of texts must be whole and 0 or more, got -1.0");
        assertThatThrownBy(() -> VocabularyLimits.NONE.withTerms(0))
                .hasMessage("the number of terms must be at least 1, got 0");
        var rare = VocabularyLimits.NONE.withMin(VocabularyLimits.Bound.texts(4));
        assertThatThrownBy(() -> TermVectorizer.fit(TRAIN.iterator(), WORDS, rare, Weighting.COUNTS))
                .hasMessage(
                        "no term is left: the 3 texts have 5 different terms, and none is in at least 4.0 and at most"
                                + " 3.0 of them");
    }
}
