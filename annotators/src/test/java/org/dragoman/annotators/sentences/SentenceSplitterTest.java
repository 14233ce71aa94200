package org.dragoman.annotators.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.sentdetect.SentenceDetectorME;
import org.dragoman.annotators.opennlp.OpenNlpModel;
import org.dragoman.annotators.text.WhiteSpace;
import org.dragoman.pipeline.Span;
import org.dragoman.testing.RandomText;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class SentenceSplitterTest {
    private static final SentenceSplitter PARAGRAPHS = SentenceSplitter.english(SentenceUnit.PARAGRAPH);
    private static final SentenceSplitter LINES = SentenceSplitter.english(SentenceUnit.LINE);
    private static final Boundary NOWHERE = gap -> false;

    @Test
    void sentencesAreTrimmedAndPointIntoTheText() {
        assertThat(PARAGRAPHS.split("  It rains.  Take a coat!\n")).containsExactly(new Span(2, 11), new Span(13, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t\u00a0\u2029"})
    void whereThereIsOnlyWhiteSpaceThereIsNoSentence(String text) {
        assertThat(PARAGRAPHS.split(text)).isEmpty();
    }

    @Test
    void aBlankLineEndsASentenceWithoutAMark() {
        assertThat(texts(PARAGRAPHS, "Chapter 1\n \nThe cat\nsat down."))
                .containsExactly("Chapter 1", "The cat\nsat down.");
        assertThat(texts(PARAGRAPHS, "Chapter 1\r\n\r\nThe cat")).containsExactly("Chapter 1", "The cat");
        assertThat(texts(PARAGRAPHS, "the tail of\r\nthe cat")).containsExactly("the tail of\r\nthe cat");
    }

    @Test
    void aLineEndEndsASentenceWhereLinesAreTheUnit() {
        assertThat(texts(LINES, "Chapter 1\nThe cat\r\nsat down. It slept."))
                .containsExactly("Chapter 1", "The cat", "sat down.", "It slept.");
    }

    @Test
    void abbreviationsInitialsAndNumbersKeepTheirFullStop() {
        assertThat(texts(PARAGRAPHS, "Mr. J. R. Smith paid $3.50, e.g. on p. 5 of Vol. 2, to Dr. Who. He left."))
                .containsExactly("Mr. J. R. Smith paid $3.50, e.g. on p. 5 of Vol. 2, to Dr. Who.", "He left.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyCharacterButWhiteSpaceIsInOneSentence(long seed) {
        var text = RandomText.of(new Random(seed), 2000);
        for (var splitter : List.of(PARAGRAPHS, LINES)) {
            var end = 0;
            for (var sentence : splitter.split(text)) {
                assertThat(isWhiteSpace(text, end, sentence.start()))
                        .as("seed %d before %s", seed, sentence)
                        .isTrue();
                assertThat(WhiteSpace.is(text.charAt(sentence.start()))).isFalse();
                assertThat(WhiteSpace.is(text.charAt(sentence.end() - 1))).isFalse();
                end = sentence.end();
            }
            assertThat(isWhiteSpace(text, end, text.length()))
                    .as("seed %d at the end", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noSentenceCrossesALineEndWhereLinesAreTheUnit(long seed) {
        var text = RandomText.of(new Random(seed), 2000);
        assertThat(LINES.split(text))
                .allSatisfy(sentence -> assertThat(WhiteSpace.lineEnds(text, sentence.start(), sentence.end()))
                        .isZero());
    }

    /** Without its rules, the splitter must say what OpenNLP 2.5.11 says of each paragraph. */
    @Test
    void withoutRulesItAgreesWithOpenNlp() {
        var model = OpenNlpModel.GERMAN_SENTENCES.get();
        var openNlp = new SentenceDetectorME(model);
        var bare = new SentenceSplitter(SentenceUnit.PARAGRAPH, new OpenNlpBoundary(model));
        for (var paragraph : paragraphs()) {
            var expected = Arrays.stream(openNlp.sentPosDetect(paragraph))
                    .map(span -> new Span(span.getStart(), span.getEnd()))
                    .toList();
            assertThat(bare.split(paragraph)).as(paragraph).isEqualTo(expected);
        }
    }

    @Test
    void decidesOnceAGapAndlooksAtNoMoreThanShortChunks() {
        var decisions = new AtomicInteger();
        var longest = new AtomicInteger();
        var splitter = new SentenceSplitter(SentenceUnit.LINE, gap -> {
            decisions.incrementAndGet();
            var seen = gap.firstChunk() + gap.previousChunk() + gap.leftChunk() + gap.rightChunk() + gap.nextChunk();
            longest.accumulateAndGet(seen.length(), Math::max);
            return false;
        });
        splitter.split(("a.".repeat(10_000) + " ").repeat(50));
        assertThat(decisions).hasValue(49);
        assertThat(longest).hasValue(500);
    }

    @Test
    void theLastChunkOfALineHasNothingAfterIt() {
        var next = new ArrayList<String>();
        new SentenceSplitter(SentenceUnit.LINE, gap -> !next.add(gap.nextChunk())).split("one two three\nfour five");
        assertThat(next).containsExactly("three", "", "");
    }

    /** As in signatures and headings of hasty writing; all of it stands in one line of EWT's development part. */
    @Test
    void aSentenceMayEndWithoutAMark() {
        assertThat(
                        texts(
                                PARAGRAPHS,
                                "Please let me know if you have any questions. Thanks, Sara Shackleton Enron North America Corp."))
                .startsWith("Please let me know if you have any questions.", "Thanks,");
    }

    @Test
    void germanKeepsAbbreviationsAndDatesWhole() {
        var splitter = SentenceSplitter.german(SentenceUnit.PARAGRAPH);
        assertThat(texts(splitter, "Am 3. Mai kam Dr. Müller z.B. nach Köln. Er blieb bis zum 21. Juni. Dann ging er."))
                .containsExactly(
                        "Am 3. Mai kam Dr. Müller z.B. nach Köln.", "Er blieb bis zum 21. Juni.", "Dann ging er.");
    }

    @Test
    void frenchKeepsAbbreviationsWhole() {
        var splitter = SentenceSplitter.french(SentenceUnit.PARAGRAPH);
        assertThat(texts(splitter, "M. Dupont et Mme. Durand sont là. Il fait beau, dit J. Martin. Oui !"))
                .containsExactly("M. Dupont et Mme. Durand sont là.", "Il fait beau, dit J. Martin.", "Oui !");
    }

    @Test
    void theModelIsNotAskedAboutWhatIsBeyondALineEnd() {
        var previous = new ArrayList<String>();
        var splitter = new SentenceSplitter(SentenceUnit.LINE, gap -> {
            previous.add(gap.previousChunk());
            return NOWHERE.isAt(gap);
        });
        splitter.split("one two three\nfour five");
        assertThat(previous).containsExactly("", "one", "");
    }

    /** The sentences of the treebank's development part, three and three together. */
    private static List<String> paragraphs() {
        var sentences = TestData.lines("pos/ud-german-gsd/de_gsd-ud-dev.conllu").stream()
                .filter(line -> line.startsWith("# text = "))
                .map(line -> line.substring(9).strip())
                .toList();
        return IntStream.range(0, sentences.size() / 3)
                .mapToObj(i -> String.join(" ", sentences.subList(3 * i, 3 * i + 3)))
                .toList();
    }

    private static boolean isWhiteSpace(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(c -> WhiteSpace.is((char) c));
    }

    private static List<String> texts(SentenceSplitter splitter, String text) {
        return splitter.split(text).stream().map(span -> span.textIn(text)).toList();
    }
}
