package org.dragoman.corpora.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.corpora.Lines;
import org.dragoman.corpora.SentencePair;
import org.dragoman.testing.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What every format of parallel text must do. */
class ParallelFormatTest {
    private static final ParallelSettings SETTINGS =
            ParallelSettings.DEFAULT.withLanguages("en", "de").withUntranslated(Untranslated.KEEP);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ParallelFormat.class)
    void whatIsWrittenIsReadBackOrRefused(ParallelFormat format) throws IOException {
        var written = new ArrayList<SentencePair>();
        var refused = 0;
        var files = files(format, "random");
        try (var writer = format.writer(files, SETTINGS)) {
            for (var seed = 0; seed < 600; seed++) {
                var random = new Random(seed);
                var pair = new SentencePair(text(random), text(random));
                try {
                    writer.write(pair);
                    written.add(pair);
                } catch (CorpusFormatException e) {
                    refused++;
                    assertThat(e).hasMessageContaining(" has ").hasMessageContaining(" at character ");
                }
            }
            writer.finish();
        }
        assertThat(read(format, files)).isEqualTo(written);
        assertThat(written).hasSizeGreaterThan(100);
        var holdsEverything = format == ParallelFormat.JSON_LINES || format == ParallelFormat.XLIFF_2;
        assertThat(refused == 0).isEqualTo(holdsEverything);
    }

    @ParameterizedTest
    @EnumSource(ParallelFormat.class)
    void everyFormatCanBeTurnedIntoEveryOther(ParallelFormat from) throws IOException {
        var pairs = List.of(
                new SentencePair("\uFEFFmark", "\uFEFF"),
                new SentencePair("", ""),
                new SentencePair("a < b & \"c\" > 'd' ]]>", "<b>x</b> &amp; \\n \\\" {}"),
                new SentencePair("  spaces  ", "\u00a0\u2028\u2029\u0085"),
                new SentencePair("lone\rreturn", "# no comment"),
                new SentencePair("😀 👩‍👩‍👧 e\u0301", "שלום \u202e"),
                new SentencePair("source only", ""));
        var first = files(from, "first");
        write(from, first, pairs);
        for (var to : ParallelFormat.values()) {
            var second = files(to, "second-" + to.title());
            write(to, second, read(from, first));
            assertThat(read(to, second)).as("%s to %s", from, to).isEqualTo(pairs);
        }
    }

    @ParameterizedTest
    @EnumSource(ParallelFormat.class)
    void aNameInGzIsPacked(ParallelFormat format) throws IOException {
        var pairs = List.of(new SentencePair("one", "eins"), new SentencePair("two", "zwei"));
        var files = files(format, "packed").stream()
                .map(file -> Path.of(file + ".gz"))
                .toList();
        write(format, files, pairs);
        try (var listed = Files.list(folder)) {
            for (var file : listed.toList()) {
                assertThat(file.toString()).endsWith(".gz");
                assertThat(Files.readAllBytes(file)).startsWith(0x1F, 0x8B);
            }
        }
        var readable = format == ParallelFormat.MOSES ? files(format, "packed") : files;
        assertThat(read(format, readable)).isEqualTo(pairs);
    }

    @ParameterizedTest
    @EnumSource(ParallelFormat.class)
    void nothingIsThereUntilAllIsWritten(ParallelFormat format) throws IOException {
        try (var writer = format.writer(files(format, "unfinished"), SETTINGS)) {
            writer.write(new SentencePair("a", "b"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(ParallelFormat.class)
    void theLineOfAPairIsThatInTheFile(ParallelFormat format) throws IOException {
        var files = files(format, "lines");
        write(format, files, List.of(new SentencePair("first", "1"), new SentencePair("second", "2")));
        var first = format == ParallelFormat.MOSES ? Path.of(files.get(0) + ".en") : files.get(0);
        try (var reader = format.open(files, SETTINGS)) {
            assertThat(reader.lineNumber()).isZero();
            reader.next();
            reader.next();
            assertThat(Lines.readAll(first).get((int) reader.lineNumber() - 1)).contains("second");
        }
    }

    @ParameterizedTest
    @EnumSource(ParallelFormat.class)
    void aPackedFileThatIsCutOffIsAnError(ParallelFormat format) throws IOException {
        var files = files(format, "whole");
        var pairs = new ArrayList<SentencePair>();
        for (var i = 0; i < 5_000; i++) {
            pairs.add(new SentencePair("number " + i, "Zahl " + i * 31));
        }
        write(format, files, pairs);
        var names = format == ParallelFormat.MOSES
                ? List.of(Path.of(files.get(0) + ".en"), Path.of(files.get(0) + ".de"))
                : files;
        for (var file : names) {
            var packed = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(packed)) {
                Files.copy(file, out);
            }
            Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        }
        assertThatThrownBy(() -> read(format, files))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageMatching("cannot read .* after line [0-9]+: Unexpected end of ZLIB input stream");
    }

    @Test
    void whatALineCannotHoldIsRefusedWithPlaceAndRemedy() throws IOException {
        var tsv = folder.resolve("a.tsv");
        try (var writer = ParallelFormat.TSV.writer(List.of(tsv), SETTINGS)) {
            writer.write(new SentencePair("a", "b"));
            assertThatThrownBy(() -> writer.write(new SentencePair("x\ty", "z")))
                    .hasMessage("%s:2: the source has a TAB at character 2: \"x\\u0009y\"; the format can't hold that;"
                                    .formatted(tsv)
                            + " write another one, such as JSON lines, or replace it before");
            assertThatThrownBy(() -> writer.write(new SentencePair("x", "z\r")))
                    .hasMessageContaining("the target has a carriage return at character 2");
            assertThatThrownBy(() -> writer.write(new SentencePair("x", "\uD83D!")))
                    .hasMessageContaining(
                            "the target has U+D83D at character 1: \"\\uD83D!\"; this is half a character");
            writer.write(new SentencePair("c\r", "d"));
            writer.finish();
        }
        assertThat(Files.readString(tsv)).isEqualTo("a\tb\nc\r\td\n");
    }

    @Test
    void halfASurrogatePairIsKeptWhereAFormatHasAnEscapeForIt() throws IOException {
        var pairs = List.of(new SentencePair("\uD83D", "x\uDE00\uD83Dä"));
        var file = files(ParallelFormat.JSON_LINES, "half");
        write(ParallelFormat.JSON_LINES, file, pairs);
        assertThat(read(ParallelFormat.JSON_LINES, file)).isEqualTo(pairs);
    }

    @Test
    void namesOfFieldsCanBeChosen() throws IOException {
        var file = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"de\": \"ein\", \"n\": 1, \"en\": \"one\"}\n\n  \n{\"en\": 2, \"de\": true}\n");
        var settings = ParallelSettings.DEFAULT.withFields("de", "en");
        assertThat(ParallelFormat.JSON_LINES.corpus(List.of(file), settings).stream())
                .containsExactly(new SentencePair("ein", "one"), new SentencePair("true", "2"));
        assertThatThrownBy(() -> ParallelFormat.JSON_LINES
                        .corpus(List.of(file), ParallelSettings.DEFAULT)
                        .count())
                .hasMessage(file + ":1: the field \"source\" is missing; there are [\"de\", \"n\", \"en\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"source\": \"a\"                              | not JSON, at character ",
                "{\"source\": \"a\", \"source\": \"b\"}          | not JSON, at character ",
                "{\"source\": \"a\", \"target\": \"b\"} {}       | not JSON, at character ",
                "[1]                                             | a line needs an object with \"source\" and \"target\", got [1]",
                "{\"source\": null, \"target\": \"b\"}           | the field \"source\" needs a text, got null",
                "{\"source\": {\"en\": \"a\"}, \"target\": \"\"} | the field \"source\" needs a text, got {\"en\":\"a\"}"
            })
    void aLineThatIsNoPairIsNamed(String line, String problem) throws IOException {
        var file = Files.writeString(folder.resolve("a.jsonl"), "{\"source\":\"\",\"target\":\"\"}\n" + line + "\n");
        assertThatThrownBy(() -> read(ParallelFormat.JSON_LINES, List.of(file)))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(file + ":2: " + problem);
    }

    @Test
    void filesOfMosesAreFoundInAnArchive() throws IOException {
        var archive = folder.resolve("corpus.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var language : List.of("en", "de")) {
                out.putNextEntry(new ZipEntry("Books.de-en." + language));
                out.write(("in " + language + "\n").getBytes());
            }
        }
        assertThat(read(ParallelFormat.MOSES, List.of(Path.of(archive + "!Books.de-en"))))
                .containsExactly(new SentencePair("in en", "in de"));
    }

    @Test
    void wrongSettingsAreRefused() {
        var one = List.of(folder.resolve("a"));
        assertThatThrownBy(() -> ParallelFormat.TMX.open(one, ParallelSettings.DEFAULT))
                .hasMessage(
                        "the format tmx needs the languages of source and target, such as en and de; none are given");
        assertThatThrownBy(() -> ParallelFormat.ALIGNED.writer(one, SETTINGS))
                .hasMessage(
                        "the format aligned (two files, line by line translations of each other) needs 2 files, got 1");
        assertThatThrownBy(() -> ParallelFormat.ALIGNED.writer(List.of(one.get(0), one.get(0)), SETTINGS))
                .hasMessageStartingWith("source and target must go to two files, got ");
        assertThatThrownBy(() -> ParallelFormat.of("word"))
                .hasMessage("there is no format of parallel text named \"word\"; known are aligned, moses, tsv, tmx,"
                        + " xliff, xliff2, jsonl");
        assertThatThrownBy(() -> new Languages("en", "de DE"))
                .hasMessage("the target language must be a tag such as en or pt-BR, got \"de DE\"");
        assertThatThrownBy(() -> new Languages("pt-BR", "PT_br"))
                .hasMessage("source and target must be of different languages, got \"pt-BR\" for both");
        assertThatThrownBy(() -> ParallelSettings.DEFAULT.withFields("a", "a"))
                .hasMessage("source and target must be fields of different names, got \"a\" for both");
        assertThatThrownBy(() -> ParallelFormat.TSV.writer(List.of(folder.resolve("a.tsv.zip")), SETTINGS))
                .hasMessageEndingWith("archives are read only; end the name in .gz to have the file packed");
    }

    @Test
    void formatsAreGuessedFromNames() {
        assertThat(CorpusFormats.guess(Path.of("x/a.TMX.gz"))).containsExactly(ParallelFormat.TMX);
        assertThat(CorpusFormats.guess(Path.of("a.zip!b.xlf"))).containsExactly(ParallelFormat.XLIFF);
        assertThat(CorpusFormats.guess(Path.of("a.tsv"))).containsExactly(ParallelFormat.TSV, LabelledFormat.TSV);
        assertThat(CorpusFormats.guess(Path.of("a.bio.zip"))).containsExactly(TaggedFormat.IOB2);
        assertThat(CorpusFormats.guess(Path.of("a.txt"))).isEmpty();
        assertThat(CorpusFormats.of("BIOES")).isEqualTo(TaggedFormat.IOBES);
    }

    private static String text(Random random) {
        return RandomText.of(random, random.nextInt(12));
    }

    private List<Path> files(ParallelFormat format, String name) {
        return format == ParallelFormat.ALIGNED
                ? List.of(folder.resolve(name + ".source"), folder.resolve(name + ".target"))
                : List.of(folder.resolve(name));
    }

    private static void write(ParallelFormat format, List<Path> files, List<SentencePair> pairs) {
        try (var writer = format.writer(files, SETTINGS)) {
            pairs.forEach(writer::write);
            writer.finish();
        }
    }

    private static List<SentencePair> read(ParallelFormat format, List<Path> files) {
        try (var pairs = format.corpus(files, SETTINGS).stream()) {
            return pairs.toList();
        }
    }
}
