package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that work on corpora as they are. */
class CorpusCommandsTest {
    private static final String MEMORY = """
            <tmx version="1.4"><body>
            <tu><tuv xml:lang="en"><seg>Good <hi>morning</hi>.</seg></tuv><tuv xml:lang="de"><seg>Guten Morgen.</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>Two
            lines</seg></tuv><tuv xml:lang="de"><seg>Zwei\tZeilen</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>only</seg></tuv></tu>
            </body></tmx>
            """;

    @TempDir
    Path folder;

    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeEach
    void begin() {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
    }

    @Test
    void parallelTextIsConvertedWithCounts() throws IOException {
        var memory = file("memory.tmx", MEMORY);
        var languages = List.of("--source-language", "en", "--target-language", "de");
        assertThat(convert(memory, "pairs.jsonl", languages)).as(err()).isZero();
        assertThat(err())
                .isEqualTo("sentence pairs written to " + folder.resolve("pairs.jsonl")
                        + ": 2; units passed over that lack a language or a target: 1\n");
        assertThat(folder.resolve("pairs.jsonl"))
                .hasContent("{\"source\":\"Good morning.\",\"target\":\"Guten Morgen.\"}\n"
                        + "{\"source\":\"Two\\nlines\",\"target\":\"Zwei\\tZeilen\"}\n");
    }

    @Test
    void aTextThatTheFormatCannotHoldIsAnErrorWithItsPlaceOrMadeFlat() throws IOException {
        var memory = file("memory.tmx", MEMORY);
        var options = new ArrayList<>(List.of("--source-language", "en", "--target-language", "de"));
        assertThat(convert(memory, "pairs.tsv", options)).isEqualTo(1);
        assertThat(err())
                .isEqualTo("dragoman: " + memory + ":3: can't be written to " + folder.resolve("pairs.tsv")
                        + ": the source has a line feed at character 4: \"Two\\u000Alines\"; the format can't hold that; write"
                        + " another one, such as JSON lines, or replace it before (--flatten makes spaces of TABs and line"
                        + " ends)\n");
        assertThat(folder.resolve("pairs.tsv")).doesNotExist();
        begin();
        options.add("--flatten");
        assertThat(convert(memory, "pairs.tsv", options)).isZero();
        assertThat(err())
                .endsWith(
                        ": 2; units passed over that lack a language or a target: 1; with white space made flat: 1\n");
        assertThat(folder.resolve("pairs.tsv")).hasContent("Good morning.\tGuten Morgen.\nTwo lines\tZwei Zeilen\n");
    }

    @Test
    void twoFilesAreAnAlignedCorpus() throws IOException {
        var source = file("a.en", "one\ntwo\n");
        var target = file("a.de", "eins\nzwei\n");
        var packed = folder.resolve("a.tsv.gz").toString();
        assertThat(run("corpus", "convert", source, target, "--output", packed)).isZero();
        var back = folder.resolve("b.en").toString();
        var backTarget = folder.resolve("b.de").toString();
        assertThat(run("corpus", "convert", packed, "--output", back, "--output", backTarget))
                .isZero();
        assertThat(Path.of(backTarget)).hasSameBinaryContentAs(Path.of(target));
        assertThat(err()).endsWith("sentence pairs written to " + back + " and " + backTarget + ": 2\n");
    }

    @Test
    void schemesOfTagsAreConverted() throws IOException {
        var iob1 = file("a.conll", "Tom I-PER\nsat O\n\n");
        assertThat(convert(iob1, "a.bilou", List.of("--from", "iob1"))).isZero();
        assertThat(folder.resolve("a.bilou")).hasContent("Tom\tU-PER\nsat\tO\n\n");
        begin();
        assertThat(convert(iob1, "a.bilou", List.of("--from", "bio"))).isEqualTo(1);
        assertThat(err())
                .isEqualTo(
                        "dragoman: " + iob1
                                + ":1: the tag \"I-PER\" doesn't follow the scheme IOB2, where \"B-PER\" was"
                                + " expected; correct the file, name another scheme, or let tags be repaired (--repair-tags does that)\n");
        assertThat(convert(iob1, "a.bilou", List.of("--from", "bio", "--repair-tags")))
                .isZero();
    }

    @Test
    void labelledTextIsConverted() throws IOException {
        var csv = file("a.csv", "text;id;label\n\"a; \"\"b\"\"\";1;ham\n");
        var options = List.of("--header", "--delimiter", ";", "--output-header");
        assertThat(convert(csv, "a.tsv", options)).as(err()).isZero();
        assertThat(folder.resolve("a.tsv")).hasContent("label\ttext\nham\ta; \"b\"\n");
        assertThat(convert(
                        folder.resolve("a.tsv").toString(), "b.jsonl", List.of("--from", "labelled-tsv", "--header")))
                .isZero();
        assertThat(folder.resolve("b.jsonl")).hasContent("{\"label\":\"ham\",\"text\":\"a; \\\"b\\\"\"}\n");
    }

    @Test
    void wrongUsageSaysWhatIsPossible() throws IOException {
        var file = file("a.txt", "x\n");
        assertWrong(
                "the name of " + file + " doesn't tell its format; name it with --from: aligned, moses, tsv, tmx,",
                file,
                "b.tsv");
        assertWrong("parallel text (tmx) can't be converted to tagged text (iob2)", "a.tmx", "b.iob2");
        assertWrong("there is no format of text named \"word\"; known are aligned, ", file, "b.tsv", "--from", "word");
        assertWrong("the format tmx needs the languages of source and target", "a.tmx", "b.tsv");
        assertWrong(
                "--source-language and --target-language are needed both", "a.tmx", "b.tsv", "--source-language", "en");
        assertWrong("of CoNLL-U only words and one tag are read", "a.conllu", "b.conllu");
        assertWrong("--flatten is for parallel and labelled text", "a.iob1", "b.iob2", "--flatten");
        assertWrong("--delimiter must be one character, or tab, got \"ab\"", "a.csv", "b.csv", "--delimiter", "ab");
        begin();
        assertThat(run("corpus")).isEqualTo(2);
        assertThat(err()).contains("what should be done? Known: ", "convert", "download");
    }

    @Test
    void corporaThatCanBeFetchedAreListed() {
        assertThat(run("corpus", "download")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("wnut17");
    }

    @Test
    void aWrongCatalogueIsNamedWithItsPlace() throws IOException {
        assertCatalogue(
                "{\n",
                2,
                ":2:1: not valid JSON: Unexpected end-of-input: expected close marker for Object (start marker at line 1,"
                        + " column 1)");
        assertCatalogue("[]", 2, ": expected a JSON object, got []");
        assertCatalogue("{\"corpora\": 3}", 2, ": corpora must be a list of objects, got 3");
        assertCatalogue("\u00ff", StandardCharsets.ISO_8859_1, 1, "cannot read settings from ", ": it is not UTF-8");
        begin();
        var none = folder.resolve("none.json").toString();
        assertThat(run("corpus", "download", "--catalogue", none)).isEqualTo(1);
        assertThat(err()).isEqualTo("dragoman: cannot read settings from " + none + ": there is no such file\n");
    }

    @Test
    void aWrongAddressInACatalogueIsTheOnlyFault() throws IOException {
        assertCatalogue("""
                {"corpora": [{"name": "x", "title": "", "task": "", "languages": [], "licence": "", "source": "",
                  "files": [{"name": "a", "url": "a b", "checksum": "md5:0"}]}]}""", 2, ": corpora[0].files[0]: Illegal character in path at index 1: a b");
    }

    private void assertCatalogue(String text, int code, String message) throws IOException {
        assertCatalogue(text, StandardCharsets.UTF_8, code, "", message);
    }

    private void assertCatalogue(String text, Charset charset, int code, String before, String after)
            throws IOException {
        begin();
        var file = Files.writeString(folder.resolve("catalogue.json"), text, charset);
        assertThat(run("corpus", "download", "--catalogue", file.toString())).isEqualTo(code);
        assertThat(err()).isEqualTo("dragoman: " + before + file + after + "\n");
    }

    private void assertWrong(String message, String in, String to, String... options) {
        begin();
        assertThat(convert(in, to, List.of(options))).as(err()).isEqualTo(2);
        assertThat(err()).startsWith("dragoman: " + message);
    }

    private int convert(String in, String to, List<String> options) {
        var arguments = new ArrayList<>(
                List.of("corpus", "convert", in, "--output", folder.resolve(to).toString()));
        arguments.addAll(options);
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var console = new Console(new ByteArrayInputStream(new byte[0]), print(out), print(err), false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
