package org.dragoman.nmt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.pipeline.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

class FolderTranslationTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void makeInput() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    private void given(String name, String text) throws IOException {
        given(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void given(String name, byte[] bytes) throws IOException {
        Files.createDirectories(in.resolve(name).getParent());
        Files.write(in.resolve(name), bytes);
    }

    private TranslationReport run() {
        return run(text -> text.toUpperCase(Locale.ROOT));
    }

    private TranslationReport run(UnaryOperator<String> translator) {
        return new FolderTranslation(in, out, "de").run(FakeTranslator.pipeline(translator));
    }

    /** All files of the output by name, so that a temporary file that was left would be seen, too. */
    private Map<String, String> written() throws IOException {
        var texts = new TreeMap<String, String>();
        if (Files.exists(out)) {
            try (var files = Files.walk(out)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(out.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static List<String> lines(TranslationReport report) {
        return report.files().stream()
                .map(file -> file.file().toString().replace('\\', '/') + " " + file.status() + " " + file.sentences()
                        + " " + file.reason())
                .map(String::strip)
                .toList();
    }

    @Test
    void theTreeComesBackWithTheSameNamesAndFormats() throws IOException {
        given("b.txt", "one\r\n\r\ntwo\r\n");
        given("a/deep/c.md", "# head\n\n`code` text\n");
        given("a/d.TXT", "\uFEFFé");
        assertThat(lines(run()))
                .containsExactly("a/d.TXT TRANSLATED 1", "a/deep/c.md TRANSLATED 2", "b.txt TRANSLATED 2");
        assertThat(written())
                .containsExactly(
                        Map.entry("a/d.TXT", "\uFEFFÉ"),
                        Map.entry("a/deep/c.md", "# HEAD\n\n`code` TEXT\n"),
                        Map.entry("b.txt", "ONE\r\n\r\nTWO\r\n"));
    }

    @Test
    void filesWithoutTextAreWrittenAsTheyAre() throws IOException {
        given("empty.txt", "");
        given("rule.txt", " \n---\r\n");
        given("z.txt", "z");
        assertThat(lines(run())).containsExactly("empty.txt EMPTY 0", "rule.txt EMPTY 0", "z.txt TRANSLATED 1");
        assertThat(written())
                .containsExactly(
                        Map.entry("empty.txt", ""), Map.entry("rule.txt", " \n---\r\n"), Map.entry("z.txt", "Z"));
    }

    @Test
    void anEmptyFolderGivesAnEmptyReport() throws IOException {
        assertThat(run().files()).isEmpty();
        assertThat(run().isComplete()).isTrue();
        assertThat(out).doesNotExist();
    }

    @Test
    void otherFilesAreSkippedWithTheReasonAndHiddenOnesCounted() throws IOException {
        given("a.txt", "a");
        given("b.png", "b");
        given("c", "c");
        given(".hidden.txt", "d");
        given(".git/e.txt", "e");
        Files.createSymbolicLink(in.resolve("link.txt"), in.resolve("a.txt"));
        var report = run();
        assertThat(lines(report))
                .containsExactly(
                        "a.txt TRANSLATED 1",
                        "b.png SKIPPED 0 unknown extension .png; translated are .text, .txt, .markdown, .md",
                        "c SKIPPED 0 no extension; translated are .text, .txt, .markdown, .md",
                        "link.txt SKIPPED 0 a symbolic link, which is not followed");
        assertThat(report.hidden()).isEqualTo(2);
        assertThat(report.isComplete()).isTrue();
        assertThat(written()).containsOnlyKeys("a.txt");
    }

    @Test
    void aFileThatIsNotUtf8FailsWithThePlaceAndTheOthersGoOn() throws IOException {
        given("a.txt", "a");
        given("bad.txt", "ok\ncaf\u00e9!".getBytes(StandardCharsets.ISO_8859_1));
        given("cut.md", new byte[] {'a', (byte) 0xE2, (byte) 0x82});
        given("z.txt", "z");
        var report = run();
        assertThat(lines(report))
                .containsExactly(
                        "a.txt TRANSLATED 1",
                        "bad.txt FAILED 0 cannot read it: line 2 is not UTF-8: got 0xE9 at byte 4 of the line; convert it to UTF-8",
                        "cut.md FAILED 0 cannot read it: line 1 is not UTF-8: got 0xE2 at byte 2 of the line; convert it to UTF-8",
                        "z.txt TRANSLATED 1");
        assertThat(report.isComplete()).isFalse();
        assertThat(written()).containsOnlyKeys("a.txt", "z.txt");
    }

    @Test
    void aRunThatFailsFailsItsFileByLineAndTheOthersGoOn() throws IOException {
        given("a.txt", "a\n".repeat(20));
        given("bad.txt", "b\n".repeat(9) + "boom\n" + "b\n".repeat(50));
        given("z.txt", "z");
        var report = run(text -> {
            if (text.equals("boom")) {
                throw new IllegalStateException("too hot");
            }
            return text;
        });
        assertThat(lines(report))
                .containsExactly(
                        "a.txt TRANSLATED 20",
                        "bad.txt FAILED 0 cannot write " + out.resolve("bad.txt") + ": line 10: 'fake' failed: too hot",
                        "z.txt TRANSLATED 1");
        assertThat(written()).containsOnlyKeys("a.txt", "z.txt");
    }

    @Test
    void aFailedFileLeavesTheOlderOutputAsItWas() throws IOException {
        given("a.txt", "a");
        run();
        given("a.txt", new byte[] {(byte) 0xFF});
        run();
        assertThat(written()).containsExactly(Map.entry("a.txt", "A"));
        given("a.txt", "b");
        run();
        assertThat(written()).containsExactly(Map.entry("a.txt", "B"));
    }

    @Test
    void aFolderInThePlaceOfAFileFailsThatFileOnly() throws IOException {
        given("a.txt", "a\n".repeat(50));
        given("b.txt", "b");
        Files.createDirectories(out.resolve("a.txt"));
        assertThat(lines(run()))
                .containsExactly(
                        "a.txt FAILED 0 cannot write " + out.resolve("a.txt") + ": it is a folder",
                        "b.txt TRANSLATED 1");
        assertThat(written()).containsOnlyKeys("b.txt");
    }

    @Test
    void aFileInThePlaceOfAFolderFailsWhatBelongsInIt() throws IOException {
        given("sub/a.txt", "a");
        given("b.txt", "b");
        Files.createDirectories(out);
        Files.writeString(out.resolve("sub"), "in the way");
        var report = run();
        assertThat(lines(report).get(0)).isEqualTo("b.txt TRANSLATED 1");
        assertThat(lines(report).get(1))
                .startsWith("sub/a.txt FAILED 0 cannot make the folder " + out.resolve("sub") + ": ");
        assertThat(written()).containsOnlyKeys("b.txt", "sub");
    }

    @Test
    void aTranslationThatUtf8CannotHoldFailsItsFile() throws IOException {
        given("a.txt", "a");
        given("b.txt", "b");
        var report = run(text -> text.equals("a") ? "\uD800x" : text);
        assertThat(report.count(FileReport.Status.FAILED)).isEqualTo(1);
        assertThat(written()).containsOnlyKeys("b.txt");
    }

    @Test
    void emptyTranslationsAreCountedAsLost() throws IOException {
        given("a.txt", "a\nb");
        var report = run(text -> text.equals("a") ? "" : text);
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void aSingleFileGoesIntoTheOutputFolder() throws IOException {
        given("a.txt", "a");
        given("b.txt", "b");
        new FolderTranslation(in.resolve("b.txt"), out, "de").run(FakeTranslator.pipeline(text -> "B"));
        assertThat(written()).containsExactly(Map.entry("b.txt", "B"));
    }

    @Test
    void outputOverOrInsideTheInputIsRefusedBeforeAnythingIsWritten() throws IOException {
        given("sub/a.txt", "a");
        var link = Files.createSymbolicLink(folder.resolve("link"), in);
        for (var place : List.of(
                in, in.resolve("sub"), in.resolve("new/deep"), folder, link.resolve("x"), in.resolve("../in"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FolderTranslation(in, place, "de").run(FakeTranslator.pipeline(text -> "x")))
                    .withMessage("the output folder " + place + " and the input folder " + in
                            + " must not be the same or one inside the other; choose another output folder");
        }
        assertThat(in.resolve("sub/a.txt")).hasContent("a");
        assertThat(in.resolve("new")).doesNotExist();
    }

    @Test
    void aFileIsNotReplacedByItsOwnTranslation() throws IOException {
        given("a.txt", "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FolderTranslation(in.resolve("a.txt"), in, "de").run(FakeTranslator.pipeline(text -> "x")))
                .withMessage("the translation of " + in.resolve("a.txt") + " would replace it in the output folder "
                        + in + "; choose another output folder");
        assertThat(in.resolve("a.txt")).hasContent("a");
    }

    @Test
    void missingInputAndAFileAsOutputAreRefused() throws IOException {
        var pipeline = FakeTranslator.pipeline(text -> "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FolderTranslation(in.resolve("x"), out, "de").run(pipeline))
                .withMessage("there is no file or folder " + in.resolve("x"));
        Files.writeString(out, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FolderTranslation(in, out, "de").run(pipeline))
                .withMessage("the output " + out + " must be a folder, but it is a file");
    }

    @Test
    void aPipelineThatDoesNotTranslateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FolderTranslation(in, out, "de").run(Pipeline.of()))
                .withMessageEndingWith("has no step that provides 'translation'; add a translator");
    }

    @Test
    void anotherTargetLanguageFailsTheFileAndSaysSo() throws IOException {
        given("a.txt", "a");
        var report = new FolderTranslation(in, out, "fr").run(FakeTranslator.pipeline(text -> "x"));
        assertThat(report.files().get(0).reason())
                .endsWith("a.txt: line 1: the pipeline translates to [de], not to 'fr'");
    }

    @Test
    void batchesFillAcrossFilesAndProgressEndsWithAllBytes() throws IOException {
        for (var i = 0; i < 40; i++) {
            given(String.format(Locale.ROOT, "%02d.txt", i), i % 3 == 0 ? "" : "line\n".repeat(i % 4) + "é");
        }
        var heard = new ArrayList<Progress>();
        var report = new FolderTranslation(in, out, "de").run(FakeTranslator.pipeline(text -> text + "!"), heard::add);
        assertThat(report.count(FileReport.Status.EMPTY)).isEqualTo(14);
        assertThat(report.count(FileReport.Status.TRANSLATED)).isEqualTo(26);
        var last = heard.get(heard.size() - 1);
        var bytes = report.files().stream()
                .mapToLong(file -> in.resolve(file.file()).toFile().length())
                .sum();
        assertThat(last).isEqualTo(new Progress(40, 40, bytes, bytes, report.sentences()));
        assertThat(heard).extracting(Progress::bytes).isSorted();
        var expected = report.files().stream()
                .collect(Collectors.toMap(
                        file -> file.file().toString(),
                        file -> read(in.resolve(file.file())).replaceAll("(?m)(?=$)(?<=.)", "!")));
        assertThat(written()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void aLongFileIsReadNoFurtherThanThePipelineNeeds() throws IOException {
        given("a.txt", "line\n".repeat(10_000));
        var begun = new AtomicInteger();
        var furthest = new AtomicInteger();
        new FolderTranslation(in, out, "de")
                .run(
                        FakeTranslator.pipeline(text -> {
                            begun.incrementAndGet();
                            return text;
                        }),
                        progress -> furthest.accumulateAndGet(begun.get() - (int) progress.sentences(), Math::max));
        assertThat(begun).hasValue(10_000);
        assertThat(furthest.get()).isLessThan(50);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
