package org.dragoman.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;

class LinesTest {
    @TempDir
    Path folder;

    @Test
    void linesComeInOrderWithTheirNumbers() {
        assertThat(linesOf("eins\nzwei\ndrei\n"))
                .containsExactly(new Line(1, "eins"), new Line(2, "zwei"), new Line(3, "drei"));
    }

    @Test
    void lastLineMayLackItsEnd() {
        assertThat(textsOf("eins\nzwei")).containsExactly("eins", "zwei");
    }

    @Test
    void emptyLinesAreLines() {
        assertThat(textsOf("\n\na\n\n")).containsExactly("", "", "a", "");
    }

    @Test
    void anEmptyTextHasNoLine() {
        assertThat(textsOf("")).isEmpty();
    }

    @Test
    void carriageReturnEndsALineOnlyBeforeALineFeed() {
        assertThat(textsOf("a\r\nb\rc\n\r\nd\r")).containsExactly("a", "b\rc", "", "d\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u000B", "\f", "\u001C", "\u001D", "\u001E", "\u0085", "\u2028", "\u2029"})
    void otherSeparatorsStayInTheLine(String separator) {
        assertThat(textsOf("a" + separator + "b\n")).containsExactly("a" + separator + "b");
    }

    @Test
    void linesLongerThanTheBufferAreWhole() {
        var longLine = "ü€😀".repeat(50_000);
        assertThat(textsOf("a\n" + longLine + "\r\n" + longLine)).containsExactly("a", longLine, longLine);
    }

    @Test
    void linesAreWholeWhenTheStreamGivesOneByteAtATime() {
        var slow = new FilterInputStream(new ByteArrayInputStream("ä\r\n\n€😀".getBytes(UTF_8))) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return super.read(bytes, from, Math.min(length, 1));
            }
        };
        assertThat(Lines.of(slow, "slow").stream().map(Line::text)).containsExactly("ä", "", "€😀");
    }

    @Test
    void byteOrderMarkIsDroppedAtTheStartOnly() {
        assertThat(textsOf("\uFEFFa\uFEFF\n\uFEFFb")).containsExactly("a\uFEFF", "\uFEFFb");
    }

    @Test
    void byteOrderMarkIsKeptOnDemand() throws IOException {
        var file = file("mark.txt", "\uFEFFa\n".getBytes(UTF_8));
        assertThat(Lines.readAll(file, ByteOrderMark.KEEP)).containsExactly("\uFEFFa");
        assertThat(Lines.readAll(file)).containsExactly("a");
    }

    @Test
    void gzipIsKnownByItsContentWhateverItsName() throws IOException {
        var packed = file("packed.txt", gzip("eins\nzwei\n"));
        var plain = file("plain.gz", "eins\nzwei\n".getBytes(UTF_8));
        assertThat(Lines.readAll(packed)).containsExactly("eins", "zwei");
        assertThat(Lines.readAll(plain)).containsExactly("eins", "zwei");
    }

    @Test
    void gzipMayHaveSeveralParts() throws IOException {
        var parts = new ByteArrayOutputStream();
        parts.write(gzip("eins\nzw"));
        parts.write(gzip("ei\n"));
        assertThat(Lines.readAll(file("parts.gz", parts.toByteArray()))).containsExactly("eins", "zwei");
    }

    @Test
    void brokenGzipNamesTheFileAndTheLastGoodLine() throws IOException {
        var packed = gzip("eins\nzwei\n");
        var file = file("broken.gz", Arrays.copyOf(packed, packed.length - 9));
        assertThatThrownBy(() -> Lines.readAll(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + file + " after line ");
    }

    @Test
    void gzipWithABrokenHeaderIsClosedAndReported() {
        var closed = new AtomicBoolean();
        var stream =
                new FilterInputStream(
                        new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 9, 9, 9, 9, 9, 9, 9, 9})) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                };
        assertThatThrownBy(() -> Lines.of(stream, "header.gz"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read header.gz: ");
        assertThat(closed).isTrue();
    }

    // The byte sequences that RFC 3629, sections 3 and 10, forbids: wrong start, cut short, overlong, surrogate, above
    // U+10FFFF.
    @ParameterizedTest
    @CsvSource({
        "FF, 0xFF",
        "80, 0x80",
        "C3 28, 0xC3",
        "C0 AF, 0xC0",
        "E0 80 AF, 0xE0",
        "ED A0 80, 0xED",
        "E2 82, 0xE2 0x82",
        "F4 90 80 80, 0xF4",
        "E9 20, 0xE9"
    })
    void malformedBytesAreAnErrorWithTheirPlace(String bytes, String named) throws IOException {
        var text = new ByteArrayOutputStream();
        text.write("gut\nä".getBytes(UTF_8));
        for (var hex : bytes.split(" ")) {
            text.write(Integer.parseInt(hex, 16));
        }
        text.write("\nend".getBytes(UTF_8));
        var file = file("latin1.txt", text.toByteArray());
        assertThatThrownBy(() -> Lines.readAll(file))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(file + ":2: not UTF-8: got " + named)
                .hasMessageEndingWith(" at byte 3 of the line (offset 6 of the text); convert the file to UTF-8");
    }

    @Test
    void replacementCharacterThatWasWrittenIsNoError() {
        assertThat(textsOf("a\uFFFDb")).containsExactly("a\uFFFDb");
    }

    @Test
    void missingFileIsNamed() {
        var missing = folder.resolve("missing.txt");
        assertThatThrownBy(() -> Lines.open(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + missing + ": there is no such file");
    }

    @Test
    void askingBeyondTheEndSaysWhereTheEndIs() {
        var lines = lines("eins\nzwei");
        lines.next();
        lines.next();
        assertThatThrownBy(lines::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("test has no line after line 2");
    }

    @Test
    void numberIsThatOfTheLastLineEvenAfterLookingAhead() {
        var lines = lines("eins\nzwei");
        assertThat(lines.number()).isZero();
        lines.next();
        assertThat(lines.hasNext()).isTrue();
        assertThat(lines.number()).isEqualTo(1);
        lines.next();
        assertThat(lines.hasNext()).isFalse();
        assertThat(lines.number()).isEqualTo(2);
    }

    @Test
    void closingTheStreamClosesTheInput() {
        var closed = new AtomicBoolean();
        var input = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        Lines.of(input, "test").stream().close();
        assertThat(closed).isTrue();
    }

    @Test
    void aLineCannotHoldALineFeedOrTheNumberZero() {
        assertThatThrownBy(() -> new Line(7, "a\nb")).hasMessage("line 7 must not contain a line feed");
        assertThatThrownBy(() -> new Line(0, "a")).hasMessage("a line number must be at least 1, got 0");
    }

    private static Lines lines(String text) {
        InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8));
        return Lines.of(in, "test");
    }

    private static List<Line> linesOf(String text) {
        var all = new ArrayList<Line>();
        lines(text).forEachRemaining(all::add);
        return all;
    }

    private static List<String> textsOf(String text) {
        return linesOf(text).stream().map(Line::text).toList();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
