package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Translation;
import org.dragoman.pipeline.io.DocumentJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Commands in this process: exit codes, messages and files. */
class DragomanTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean isTerminal;

    /** Translates to upper case, whatever language is asked for; fails on a text with "boom". */
    private record UpperCase(String language) implements Annotator {
        @Override
        public String name() {
            return "upper";
        }

        @Override
        public Set<Layer<?>> requires() {
            return Set.of(Layers.SENTENCES);
        }

        @Override
        public Set<Layer<?>> provides() {
            return Set.of(Layers.TRANSLATION);
        }

        @Override
        public Document annotate(Document document) {
            if (document.text().contains("boom")) {
                throw new IllegalStateException("too hot");
            }
            var target = Document.of(document.text().toUpperCase(Locale.ROOT));
            return new Translation(language, target, List.of()).addTo(document);
        }
    }

    private int run(String input, String... arguments) {
        return run(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private int run(byte[] input, String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(new ByteArrayInputStream(input), print(out), print(err), isTerminal);
        Translators translators = request -> {
            var language = request.to().orElse("de");
            return new Translators.Opened(
                    new UpperCase(language), language, new Origin("upper case", "", "upper case", "", ""));
        };
        return Dragoman.run(console, translators, arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotate", "translate", "score", "train", "align", "curves"})
    void helpOfEachCommandHasAnExample(String command) {
        assertThat(run("", command, "--help")).isZero();
        assertThat(out())
                .startsWith("Usage: dragoman " + command)
                .contains("\n  dragoman " + command + " ")
                .contains("Exit code:");
    }

    @Test
    void withoutACommandTheUsageIsWrong() {
        assertThat(run("")).isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: no command given\nTry 'dragoman --help'.\n");
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        assertThat(run("", "translat")).isEqualTo(2);
        assertThat(err())
                .startsWith("dragoman: Unmatched argument at index 0: 'translat'\nDid you mean: dragoman translate");
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        assertThat(run("", "translate", "--ouput", "x", "--to", "de")).isEqualTo(2);
        assertThat(err()).contains("'--ouput'").contains("--output").endsWith("Try 'dragoman translate --help'.\n");
    }

    @Test
    void translatesTheStandardInputLineByLine() {
        assertThat(run("Grün.\n\nthree\r\n", "translate", "--to", "de")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("GRÜN.\n\nTHREE\r\n");
        assertThat(err()).isEmpty();
        assertThat(run("x", "translate", "-", "--to", "de")).isZero();
        assertThat(out()).isEqualTo("X");
    }

    @Test
    void aLineThatFailsIsToldAndKeptAndTheExitCodeSaysSo() {
        assertThat(run("a\nboom\nb\n", "translate", "--to", "de")).isEqualTo(1);
        assertThat(out()).isEqualTo("A\nboom\nB\n");
        assertThat(err())
                .startsWith("standard input:2: 'upper' failed: too hot; the line is written as it came\n"
                        + "lines: 3, 1 failed; ");
    }

    @Test
    void inputThatIsNotUtf8IsOneClearMessage() {
        assertThat(run(new byte[] {'a', '\n', (byte) 0xFF}, "translate", "--to", "de"))
                .isEqualTo(1);
        assertThat(err())
                .isEqualTo("dragoman: cannot read standard input: line 2 is not UTF-8: got 0xFF at byte 1 of the line;"
                        + " convert it to UTF-8\n");
    }

    @Test
    void translatesAFolderAndSumsUp() throws IOException {
        file("in/a.txt", "one\n");
        file("in/sub/b.md", "# two\n");
        file("in/c.csv", "");
        file("in/d.txt", "");
        var output = folder.resolve("out");
        assertThat(run("", "translate", folder.resolve("in").toString(), "--to", "de", "--output", output.toString()))
                .isZero();
        assertThat(output.resolve("a.txt")).hasContent("ONE\n");
        assertThat(output.resolve("sub/b.md")).hasContent("# TWO\n");
        assertThat(output.resolve("c.csv")).doesNotExist();
        assertThat(out()).isEmpty();
        assertThat(err())
                .startsWith("skipped: c.csv: unknown extension .csv; translated are .text, .txt, .markdown, .md\n"
                        + "files: 2 translated, 1 without text, 1 skipped, 0 failed, 0 hidden; ");
    }

    @Test
    void aFileThatFailsIsNamedAndTheExitCodeSaysSo() throws IOException {
        file("in/a.txt", "one\n");
        file("in/b.txt", "one\nboom\n");
        var output = folder.resolve("out");
        assertThat(run("", "translate", folder.resolve("in").toString(), "--to", "de", "--output", output.toString()))
                .isEqualTo(1);
        assertThat(err())
                .startsWith("failed: b.txt: cannot write " + output.resolve("b.txt")
                        + ": line 2: 'upper' failed: too hot\n");
        assertThat(output.resolve("a.txt")).hasContent("ONE\n");
        assertThat(output.resolve("b.txt")).doesNotExist();
    }

    @Test
    void theReportOfAFolderIsJsonOnRequest() throws IOException {
        file("in/a.txt", "one\n");
        run(
                "",
                "translate",
                folder.resolve("in").toString(),
                "--to",
                "de",
                "--output",
                folder.resolve("out") + "",
                "--json");
        var report = new ObjectMapper().readTree(out());
        assertThat(report.at("/files/0/file").asText()).isEqualTo("a.txt");
        assertThat(report.at("/files/0/status").asText()).isEqualTo("TRANSLATED");
    }

    @Test
    void aSingleFileOfAnUnknownKindIsALoss() throws IOException {
        var input = file("in/a.csv", "one\n");
        assertThat(run(
                        "",
                        "translate",
                        input,
                        "--to",
                        "de",
                        "--output",
                        folder.resolve("out").toString()))
                .isEqualTo(1);
    }

    @Test
    void progressIsDrawnOnATerminalOnly() throws IOException {
        file("in/a.txt", "one\n".repeat(100));
        isTerminal = true;
        run(
                "",
                "translate",
                folder.resolve("in").toString(),
                "--to",
                "de",
                "--output",
                folder.resolve("o").toString());
        assertThat(err()).contains("translate").contains("100%");
        isTerminal = false;
        run(
                "",
                "translate",
                folder.resolve("in").toString(),
                "--to",
                "de",
                "--output",
                folder.resolve("o").toString());
        assertThat(err()).doesNotContain("100%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "translate x --output y | missing --to LANG: which language should it be?",
                "translate x --to de | missing --output DIR for x; to get lines on the standard output, send the file to the"
                        + " standard input",
                "translate --to de --output y | --output goes with a folder or file, not with the standard input",
                "translate --to de --json | --json goes with a folder or file, not with the standard input",
                "translate --to de --beam 0 | --beam must be at least 1, got 0",
                "translate --to de --batch 0 | --batch must be at least 1, got 0",
                "translate --to de --threads 0 | --threads must be at least 1, got 0",
                "translate no/such --to de --output y | there is no file or folder no/such",
                "score h | Missing required option: '--reference=REF'",
                "score h --reference r --tokenize 14 | there is no BLEU tokenizer \"14\"; expected one of 13a, none, intl, char, zh",
                "score h --reference r --smooth x | there is no smoothing \"x\"; expected one of exp, floor, add-k, none",
                "align a.txt --to de | two files are needed, SOURCE and TARGET, or else --source-text and --target-text; got [a.txt]",
                "align - - --to de | only one of SOURCE and TARGET can be the standard input",
                "align --source-text a --to de | --source-text and --target-text go together, and without files",
                "align a b | missing --to LANG: which language should it be?",
                "align a b --to de --format svg | missing --output DIR: pictures are written to a folder, one a line",
                "align a b --to de --symmetrize union | --symmetrize merges two directions: name the model of the other one by"
                        + " --reverse-model DIR",
                "align a b --to de --reverse-model x --units pieces | --reverse-model may divide words into other pieces, so it goes"
                        + " with words or tokens, not with pieces",
                "align a b --to de --links 0.2 | Invalid value for option '--links': expected strongest, or threshold:X with a number"
                        + " above 0, got \"0.2\"",
                "align a b --to de --lines 3-1 | Invalid value for option '--lines': expected numbers and ranges of lines, counted"
                        + " from 1, such as 3,7-9, got \"3-1\"",
                "align a b --to de --model x --model y | --model was given 2 times, but one model is used here",
                "evaluate translation a --to de --log x | --log goes with --report, which shows its curves",
                "curves a --output x.gif | --output must end with .html, .svg, .png or .csv, got x.gif",
                "annotate --language es | Invalid value for option '--language': expected one of [EN, DE, FR] (case-insensitive) but"
                        + " was 'es'",
                "annotate --format xml | Invalid value for option '--format': expected one of [JSON, JSONL, CONLLU, BRAT,"
                        + " HTML, CSV] (case-insensitive) but was 'xml'",
            })
    void wrongUsageIsCodeTwoAndSaysWhatIsWrong(String arguments, String message) {
        assertThat(run("", arguments.split(" "))).isEqualTo(2);
        assertThat(err()).startsWith("dragoman: " + message + "\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void outputInsideTheInputIsRefused() throws IOException {
        file("in/a.txt", "one\n");
        var in = folder.resolve("in").toString();
        assertThat(run("", "translate", in, "--to", "de", "--output", in)).isEqualTo(2);
        assertThat(err()).contains("must not be the same or one inside the other");
    }

    @Test
    void scoresAsTheReferenceDoes() throws IOException {
        // sacreBLEU 2.6.0 documents this format; the score of equal text is 100 by definition of BLEU
        var file = file("h", "Tom is a b c.\n");
        assertThat(run("", "score", file, "--reference", file)).isZero();
        assertThat(out())
                .startsWith("BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:dragoman-")
                .endsWith(" = 100.00 100.0/100.0/100.0/100.0 (BP = 1.000 ratio = 1.000 hyp_len = 6 ref_len = 6)\n");
        assertThat(run(
                        "Tom is a b c.\n",
                        "score",
                        "-",
                        "--reference",
                        file,
                        "--reference",
                        file,
                        "--short-signature",
                        "--lowercase",
                        "--tokenize",
                        "none",
                        "--smooth",
                        "floor",
                        "--width",
                        "1"))
                .isZero();
        assertThat(out())
                .startsWith("BLEU|#:2|c:lc|e:no|tok:none|s:floor[0.10]|v:dragoman-")
                .contains(" = 100.0 ");
    }

    @Test
    void aScoreIsJsonOnRequest() throws IOException {
        var file = file("h", "a b c d e\n");
        run("", "score", file, "--reference", file, "--json");
        var score = new ObjectMapper().readTree(out());
        assertThat(score.at("/systems/0/scores/0/name").asText()).isEqualTo("BLEU");
        assertThat(score.at("/systems/0/scores/0/score/value").asDouble()).isEqualTo(100);
        assertThat(score.at("/systems/0/scores/0/signature").asText()).startsWith("nrefs:1|");
    }

    @Test
    void systemsAreComparedInATableWithTheirSignatures() throws IOException {
        var reference = file("r", "a b c d e\n".repeat(20));
        var good = file("good", "a b c d e\n".repeat(20));
        var bad = file("bad", "a b c d x\n".repeat(20));
        assertThat(run("", "score", good, "--compare", bad, "--reference", reference, "--metrics", "bleu,chrf++,ter"))
                .isZero();
        assertThat(out())
                .contains("system", "BLEU", "chrF2++", "TER", "100.00 ± 0.00", "(p = 0.0010)*")
                .contains("BLEU|nrefs:1|bs:1000|seed:12345|case:mixed|")
                .contains("TER|nrefs:1|bs:1000|seed:12345|case:lc|");
        run("", "score", good, "--compare", bad, "--reference", reference, "--test", "randomization", "--json");
        var json = new ObjectMapper().readTree(out());
        assertThat(json.at("/systems/0/scores/0/pValue").isMissingNode()).isTrue();
        assertThat(json.at("/systems/1/scores/0/pValue").asDouble()).isLessThan(0.05);
        assertThat(json.at("/systems/1/scores/0/signature").asText()).startsWith("nrefs:1|ar:10000|seed:12345|");
    }

    @Test
    void linesAreScoredByThemselvesOnRequest() throws IOException {
        var reference = file("r", "a b\nc d\n");
        var hypothesis = file("h", "a b\nx y\n");
        assertThat(run("", "score", hypothesis, "--reference", reference, "--sentences", "--format", "csv"))
                .isZero();
        assertThat(out()).isEqualTo("line,BLEU\n1,100.0\n2,0.0\n");
        assertThat(run("", "score", hypothesis, "--reference", reference, "--sentences", "--compare", hypothesis))
                .isEqualTo(2);
    }

    @Test
    void theReportIsOnePageWithScoresAnalysesAndLines() throws IOException {
        var reference = file("r", "Es sind 12 & <b>mehr</b>.\nJa.\n");
        var hypothesis = file("h", "Es sind 13 & <b>mehr</b>.\nJa.\n");
        var report = folder.resolve("report");
        assertThat(run(
                        "",
                        "score",
                        hypothesis,
                        "--reference",
                        reference,
                        "--confidence",
                        "--metrics",
                        "bleu,ter",
                        "--report",
                        report.toString()))
                .isZero();
        assertThat(err()).isEqualTo("report: " + report.resolve("index.html") + "\n");
        assertThat(report.resolve("index.html"))
                .content()
                .contains(
                        "Quality by length",
                        "12 → 13",
                        "&lt;b&gt;mehr&lt;/b&gt;",
                        "nrefs:1|bs:1000|seed:12345",
                        "sha256")
                .doesNotContain(
                        "<b>mehr", "https://", "src=", "@import", "url(", "href=\"http"); // a namespace is no link
    }

    @Test
    void differentNumbersOfLinesAreAnErrorWithFilesAndCounts() throws IOException {
        var hypothesis = file("h", "a\n");
        var reference = file("r", "a\nb\n");
        assertThat(run("", "score", hypothesis, "--reference", reference)).isEqualTo(1);
        assertThat(err())
                .isEqualTo("dragoman: " + reference + ":2: no line to compare with: " + hypothesis + " has 1 line, "
                        + reference + " has 2 lines; line n of one file must belong to line n of the others\n");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        var file = file("h", "a\n");
        assertThat(run("", "score", file, "--reference", "no-such-file")).isEqualTo(1);
        assertThat(err()).isEqualTo("dragoman: cannot read no-such-file: there is no such file\n");
        assertThat(run("", "annotate", "no-such-file")).isEqualTo(1);
        assertThat(err()).isEqualTo("dragoman: there is no file no-such-file\n");
        assertThat(run("", "train", "no-such-file")).isNotZero();
        assertThat(err()).startsWith("dragoman: ").contains("no-such-file");
    }

    @Test
    void annotatesTheStandardInputAsJson() {
        assertThat(run("Tom sleeps. Mary sings.\n", "annotate")).isZero();
        var document = new DocumentJson().read("output", out());
        assertThat(document.id()).isEqualTo("standard input");
        assertThat(document.get(Layers.SENTENCES)).hasSize(2);
        assertThat(document.get(Layers.STEMS)).contains("sleep", "sing");
        assertThat(document.layers()).contains(Layers.POS, Layers.LEMMAS, Layers.ENTITIES, Layers.SENTIMENT);
    }

    @Test
    void theLanguageChoosesThePipeline() {
        assertThat(run("Die Kinder gingen zum Haus.", "annotate", "--language", "de"))
                .isZero();
        var german = new DocumentJson().read("output", out());
        assertThat(german.get(Layers.LEMMAS)).contains("Kind", "gehen");
        assertThat(german.has(Layers.ENTITIES)).isFalse();
        assertThat(run("L'homme mange du pain.", "annotate", "--language", "fr"))
                .isZero();
        assertThat(new DocumentJson()
                        .read("output", out()).get(Layers.WORDS).stream().map(word -> word.form()))
                .contains("de", "le");
    }

    @Test
    void annotatesFilesAsConlluIntoOneFile() throws IOException {
        var first = file("a.txt", "Tom sleeps.");
        var second = file("b.txt", "Mary sings.");
        var output = folder.resolve("out.conllu");
        assertThat(run("", "annotate", first, second, "--format", "conllu", "--output", output.toString()))
                .isZero();
        assertThat(out()).isEmpty();
        assertThat(Files.readString(output))
                .contains("# newdoc id = " + first, "# text = Tom sleeps.", "# newdoc id = " + second, "Stem=sing");
    }

    @Test
    void aPipelineFileSaysWhichSteps() throws IOException {
        var steps = file("steps.json", "{\"steps\": [\"sentences\"]}");
        assertThat(run("Tom sleeps.", "annotate", "--pipeline", steps)).isZero();
        assertThat(new DocumentJson().read("output", out()).layers()).containsExactly(Layers.SENTENCES);
    }

    @Test
    void aWrongPipelineFileIsWrongUsage() throws IOException {
        var steps = file("steps.json", "{\"steps\": [\"sentenses\"]}");
        assertThat(run("Tom sleeps.", "annotate", "--pipeline", steps)).isEqualTo(2);
        assertThat(err()).contains("steps.json").contains("sentences");
    }

    @Test
    void aStackTraceIsPrintedOnRequestOnly() {
        run(new byte[] {(byte) 0xFF}, "translate", "--to", "de");
        assertThat(err()).doesNotContain("\tat ");
        run(new byte[] {(byte) 0xFF}, "translate", "--to", "de", "--stacktrace");
        assertThat(err()).contains("\tat org.dragoman");
    }
}
