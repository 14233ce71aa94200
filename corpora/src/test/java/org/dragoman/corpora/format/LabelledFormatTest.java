package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.LabelledText;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

class LabelledFormatTest {
    private static final LabelledSettings PLAIN = LabelledSettings.DEFAULT;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(LabelledFormat.class)
    void whatIsWrittenIsReadBackOrRefused(LabelledFormat format) {
        for (var settings : List.of(PLAIN, PLAIN.withHeader(), PLAIN.withDelimiter(';'))) {
            var file = folder.resolve("random.gz");
            var written = new ArrayList<LabelledText>();
            try (var writer = format.writer(List.of(file), settings)) {
                for (var seed = 0; seed < 600; seed++) {
                    var random = new Random(seed);
                    var item = new LabelledText(text(random), text(random));
                    try {
                        writer.write(item);
                        written.add(item);
                    } catch (CorpusFormatException e) {
                        assertThat(format).isEqualTo(LabelledFormat.TSV);
                    }
                }
                writer.finish();
            }
            assertThat(read(format, file, settings)).isEqualTo(written);
            assertThat(written).hasSizeGreaterThan(200);
        }
    }

    @Test
    void csvIsReadAsRfc4180Says() throws IOException {
        // RFC 4180, section 2: CRLF, the last line without an end, quotes around commas, quotes and line ends.
        var file = file("\"aaa\",bbb\r\nham,\"b CRLF\r\nb\"\r\n\"a\"\"aa\",\" b, b \"\r\n\r\n,zzz");
        assertThat(read(LabelledFormat.CSV, file, PLAIN))
                .containsExactly(
                        new LabelledText("aaa", "bbb"),
                        new LabelledText("ham", "b CRLF\r\nb"),
                        new LabelledText("a\"aa", " b, b "),
                        new LabelledText("", "zzz"));
        try (var reader = LabelledFormat.CSV.open(List.of(file), PLAIN)) {
            var lines = new ArrayList<Long>();
            for (; reader.hasNext(); lines.add(reader.lineNumber())) {
                reader.next();
            }
            assertThat(lines).startsWith(1L, 2L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TSV", "CSV"},
            value = LabelledFormat.class)
    void columnsAreChosenByNumberOrName(LabelledFormat format) throws IOException {
        var table = "id\ttext\tlabel\n1\tHello\tham\n2\tBuy\tspam\n";
        var file = file(format == LabelledFormat.TSV ? table : table.replace('\t', ','));
        var first = new LabelledText("ham", "Hello");
        assertThat(read(format, file, PLAIN.withHeader())).hasSize(2).startsWith(first);
        assertThat(read(format, file, PLAIN.withHeader().withColumns("3", "2"))).startsWith(first);
        assertThat(read(format, file, PLAIN.withHeader().withColumns("id", "label")))
                .startsWith(new LabelledText("1", "ham"));
        assertThat(read(format, file, PLAIN.withColumns("3", "2"))).hasSize(3).contains(first);
        assertThatThrownBy(() -> read(format, file, PLAIN))
                .hasMessage(
                        file + ":1: a row needs 2 columns, got 3; if the file has more, name those of label and text");
        assertThatThrownBy(() -> read(format, file, PLAIN.withHeader().withColumns("class", "text")))
                .hasMessage(file + ":1: there is no column \"class\"; the columns are id, text, label");
        assertThatThrownBy(() -> read(format, file, PLAIN.withColumns("label", "text")))
                .hasMessage("the column \"label\" is named, but " + file
                        + " is read without a header; say that it has one, or give the column's number");
        assertThatThrownBy(() -> read(format, file, PLAIN.withColumns("7", "1")))
                .hasMessage(file + ":1: a row needs 7 columns, got 3");
    }

    @Test
    void aRowOfAnotherWidthThanTheHeaderIsAnError() throws IOException {
        var file = file("label,text\nham,Hello\nspam,Buy,now\n");
        assertThatThrownBy(() -> read(LabelledFormat.CSV, file, PLAIN.withHeader()))
                .hasMessageStartingWith(file + ":3: a row needs 2 columns, got 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b\"c\n", "a,\"b\n"})
    void wrongQuotesAreAnErrorWithTheirLine(String record) throws IOException {
        var file = file("x,y\n" + record);
        assertThatThrownBy(() -> read(LabelledFormat.CSV, file, PLAIN))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(file + ":2: not CSV: ");
    }

    @Test
    void bytesThatAreNoUtf8AreAnError() throws IOException {
        var file = Files.write(folder.resolve("a.csv"), "ham,größer\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(LabelledFormat.CSV, file, PLAIN))
                .hasMessage(file + ":1: not UTF-8, at or behind this line; convert the file to UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        var file = file("\uFEFFlabel,text\nham,Hello\n");
        assertThat(read(LabelledFormat.CSV, file, PLAIN.withHeader()))
                .containsExactly(new LabelledText("ham", "Hello"));
    }

    @Test
    void aLabelInJsonMayBeANumber() throws IOException {
        var file = file("{\"label\": 1, \"text\": \"good\"}\n{\"text\": \"bad\", \"label\": 0.50}\n");
        assertThat(read(LabelledFormat.JSON_LINES, file, PLAIN))
                .containsExactly(new LabelledText("1", "good"), new LabelledText("0.50", "bad"));
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> PLAIN.withColumns("1", "1"))
                .hasMessage("label and text must be two columns, got 1 for both");
        assertThatThrownBy(() -> PLAIN.withDelimiter('"'))
                .hasMessage("columns can't be divided by quotation marks or line ends");
    }

    private static String text(Random random) {
        var text = RandomText.of(random, random.nextInt(12));
        return random.nextInt(4) == 0 ? "\"" + text + ",;\"" : text;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("a"), content);
    }

    private static List<LabelledText> read(LabelledFormat format, Path file, LabelledSettings settings) {
        try (var reader = format.open(List.of(file), settings)) {
            Iterable<LabelledText> items = () -> reader;
            return StreamSupport.stream(items.spliterator(), false).toList();
        }
    }
}
