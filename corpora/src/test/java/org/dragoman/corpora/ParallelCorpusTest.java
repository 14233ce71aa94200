package org.dragoman.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;

class ParallelCorpusTest {
    @TempDir
    Path folder;

    @Test
    void alignedFilesPairLinesOfTheSameNumber() throws IOException {
        var corpus = ParallelCorpus.aligned(file("a.de", "ein Hund\r\neine Katze"), file("a.en", "a dog\na cat\n"));
        assertThat(corpus.stream())
                .containsExactly(new SentencePair("ein Hund", "a dog"), new SentencePair("eine Katze", "a cat"));
    }

    @Test
    void aPackedFileMayBeAlignedWithAPlainOne() throws IOException {
        var packed = folder.resolve("a.de.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(packed)), StandardCharsets.UTF_8)) {
            out.write("schön\n");
        }
        var corpus = ParallelCorpus.aligned(packed, file("a.en", "beautiful\n"));
        assertThat(corpus.stream()).containsExactly(new SentencePair("schön", "beautiful"));
    }

    @Test
    void everyPassStartsAtTheBeginning() throws IOException {
        var corpus = ParallelCorpus.tabSeparated(file("a.tsv", "a\tb\nc\td\n"));
        assertThat(corpus.stream().toList()).isEqualTo(corpus.stream().toList()).hasSize(2);
        assertThat(corpus.count()).isEqualTo(2);
    }

    @Test
    void lineNumberIsThatOfTheLastPair() throws IOException {
        var corpus = ParallelCorpus.aligned(file("a.de", "a\nb\n"), file("a.en", "c\nd\n"));
        try (var reader = corpus.open()) {
            assertThat(reader.lineNumber()).isZero();
            reader.next();
            assertThat(reader.hasNext()).isTrue();
            assertThat(reader.lineNumber()).isEqualTo(1);
            reader.next();
            assertThat(reader.lineNumber()).isEqualTo(2);
        }
    }

    @Test
    void alignedFilesOfUnequalLengthNameBothAndTheirLines() throws IOException {
        var longer = file("a.de", "1\n2\n3\n4\n5\n");
        var shorter = file("a.en", "1\n2\n3\n");
        assertThatThrownBy(() -> ParallelCorpus.aligned(longer, shorter).count())
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(
                        "%s:4: no line to pair with: %s has 5 lines, but %s has 3; aligned files need the same number"
                                .formatted(longer, longer, shorter));
        assertThatThrownBy(() -> ParallelCorpus.aligned(shorter, longer).count())
                .hasMessage(
                        "%s:4: no line to pair with: %s has 5 lines, but %s has 3; aligned files need the same number"
                                .formatted(longer, longer, shorter));
    }

    @Test
    void unequalLengthIsFoundWithoutAskingForMore() throws IOException {
        var corpus = ParallelCorpus.aligned(file("a.de", "1\n2\n"), file("a.en", "1\n"));
        try (var reader = corpus.open()) {
            reader.next();
            assertThatThrownBy(reader::next).isInstanceOf(CorpusFormatException.class);
        }
    }

    @Test
    void columnsAfterTheTargetAreIgnored() throws IOException {
        var corpus = ParallelCorpus.tabSeparated(file("a.tsv", "Go.\tGeh.\tCC-BY 2.0\tmore\nHi.\tHallo!\n\t\t\n"));
        assertThat(corpus.stream())
                .containsExactly(
                        new SentencePair("Go.", "Geh."), new SentencePair("Hi.", "Hallo!"), new SentencePair("", ""));
    }

    @Test
    void aLineWithoutTabIsShownWithItsNumber() throws IOException {
        var file = file("a.tsv", "a\tb\nno tab here\n");
        assertThatThrownBy(() -> ParallelCorpus.tabSeparated(file).count())
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(file + ":2: a line needs a source, a TAB and a target, got no TAB: \"no tab here\"");
    }

    @Test
    void aLongLineIsShownInPartWithoutHalfACharacter() throws IOException {
        var file = file("a.tsv", "x".repeat(59) + "😀 and more");
        assertThatThrownBy(() -> ParallelCorpus.tabSeparated(file).count())
                .hasMessageEndingWith("got no TAB: \"" + "x".repeat(59) + "...\"");
    }

    @Test
    void formatErrorsKnowTheirFileAndLine() throws IOException {
        var file = file("a.tsv", "a\tb\nbad\n");
        try (var reader = ParallelCorpus.tabSeparated(file).open()) {
            reader.next();
            assertThatThrownBy(reader::next).isInstanceOfSatisfying(CorpusFormatException.class, e -> {
                assertThat(e.source()).isEqualTo(file.toString());
                assertThat(e.line()).isEqualTo(2);
            });
        }
    }

    @Test
    void emptySidesAreKeptUnlessDropped() throws IOException {
        var corpus = ParallelCorpus.tabSeparated(file("a.tsv", "a\tb\n\tc\nd\t \u00A0\u3000\n\t\ne\tf\n \t\n"));
        assertThat(corpus.count()).isEqualTo(6);
        try (var reader = corpus.withoutEmptySides().open()) {
            assertThat(reader.next()).isEqualTo(new SentencePair("a", "b"));
            assertThat(reader.hasNext()).isTrue();
            assertThat(reader.lineNumber()).isEqualTo(1);
            assertThat(reader.next()).isEqualTo(new SentencePair("e", "f"));
            assertThat(reader.lineNumber()).isEqualTo(5);
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.dropped()).isEqualTo(4);
            assertThatThrownBy(reader::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no pair after line 5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u0085", "\u00A0", "\u2007 \u202F", "\u3000"})
    void whiteSpaceOfAnyKindMakesASideEmpty(String side) {
        assertThat(new SentencePair(side, "text").hasEmptySide()).isTrue();
        assertThat(new SentencePair("text", side).hasEmptySide()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "\u200B", "\uFEFF", " 😀 "})
    void anyOtherCharacterMakesASideFull(String side) {
        assertThat(new SentencePair(side, side).hasEmptySide()).isFalse();
    }

    @Test
    void theMissingOneOfTwoFilesIsNamed() throws IOException {
        var corpus = ParallelCorpus.aligned(file("a.de", "a\n"), folder.resolve("a.en"));
        assertThatThrownBy(corpus::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + folder.resolve("a.en") + ": there is no such file");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
