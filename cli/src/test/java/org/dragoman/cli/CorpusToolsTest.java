package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** {@code dragoman corpus filter}, {@code split}, {@code stats} and {@code vectorize}. */
class CorpusToolsTest {
    private static final String PAIRS = """
            Good morning!	Guten Morgen!
            3 dogs	4 Hunde
            	leer
            good morning	guten Morgen
            same	same
            a b c d e f g	a
            мир	Frieden
            Bye.	Tschüss.
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"filter", "split", "stats", "vectorize"})
    void helpOfEachCommandHasAnExample(String command) {
        assertThat(run("corpus", command, "--help")).isZero();
        assertThat(out())
                .startsWith("Usage: dragoman corpus " + command)
                .contains("\n  dragoman corpus " + command + " ")
                .contains("Exit code:");
    }

    @Test
    void eachFilterRefusesItsPair() throws IOException {
        var raw = file("raw.tsv", PAIRS);
        assertThat(run(
                        "corpus",
                        "filter",
                        raw,
                        "--output",
                        path("clean.tsv"),
                        "--not-empty",
                        "--well-formed",
                        "--max-ratio",
                        "5",
                        "--scripts",
                        "Latin,Latin",
                        "--copy",
                        "1",
                        "--numbers",
                        "--unique",
                        "pair",
                        "--normalize",
                        "--dropped",
                        path("dropped.jsonl")))
                .isZero();
        assertThat(read("clean.tsv")).isEqualTo("Good morning!\tGuten Morgen!\nBye.\tTschüss.\n");
        assertThat(read("dropped.jsonl")).isEqualTo("""
                        {"line":2,"filter":"numbers","source":"3 dogs","target":"4 Hunde"}
                        {"line":3,"filter":"empty","source":"","target":"leer"}
                        {"line":4,"filter":"duplicate","source":"good morning","target":"guten Morgen"}
                        {"line":5,"filter":"copy","source":"same","target":"same"}
                        {"line":6,"filter":"ratio","source":"a b c d e f g","target":"a"}
                        {"line":7,"filter":"source script","source":"мир","target":"Frieden"}
                        """);
        assertThat(err().lines().map(String::strip))
                .containsSubsequence("read               8", "empty              1", "ill-formed         0")
                .containsSubsequence("target script      0", "copy               1", "kept               2");
    }

    @Test
    void countsOfAFilterCanBeReadByPrograms() throws IOException {
        assertThat(run("corpus", "filter", file("raw.tsv", PAIRS), "--output", path("a"), "--not-empty", "--json"))
                .isZero();
        assertThat(json().at("/read").asInt()).isEqualTo(8);
        assertThat(json().at("/kept").asInt()).isEqualTo(7);
        assertThat(json().at("/refused/0/filter").asText()).isEqualTo("empty");
        assertThat(read("a")).startsWith("Good morning!\t"); // no end of the name, so in the format that was read
    }

    @Test
    void alignedFilesStayAligned() throws IOException {
        var source = file("a.en", "one\n\nthree three\n");
        var target = file("a.de", "eins\nzwei\ndrei\n");
        assertThat(run(
                        "corpus",
                        "filter",
                        source,
                        target,
                        "--output",
                        path("b.en"),
                        "--output",
                        path("b.de"),
                        "--not-empty"))
                .isZero();
        assertThat(read("b.en")).isEqualTo("one\nthree three\n");
        assertThat(read("b.de")).isEqualTo("eins\ndrei\n");
    }

    @Test
    void pairsCanBeWrittenInAnotherFormat() throws IOException {
        assertThat(run("corpus", "filter", file("raw.tsv", "a\tb\n"), "--output", path("b.jsonl"), "--not-empty"))
                .isZero();
        assertThat(read("b.jsonl")).isEqualTo("{\"source\":\"a\",\"target\":\"b\"}\n");
    }

    @Test
    void linesOfOneLanguageAreFilteredToo() throws IOException {
        var raw = file("raw.txt", "a\n\na\nb c d\nb\n");
        assertThat(run(
                        "corpus",
                        "filter",
                        raw,
                        "--output",
                        path("clean.txt"),
                        "--not-empty",
                        "--max-length",
                        "2",
                        "--unique",
                        "line",
                        "--dropped",
                        path("dropped")))
                .isZero();
        assertThat(read("clean.txt")).isEqualTo("a\nb\n");
        assertThat(read("dropped")).contains("{\"line\":4,\"filter\":\"length\",\"text\":\"b c d\"}");
        assertThat(run("corpus", "filter", raw, "--output", path("x"), "--numbers", "--copy", "1"))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        "dragoman: lines of one language have no other side for --copy, --numbers; give two files or --from with"
                                + " the format of a parallel corpus\n");
    }

    @Test
    void aPipelineIdentifiesLanguages() throws IOException {
        var pipeline = file("language.json", "{\"steps\": [\"umlaut-language\"]}");
        var raw = file("raw.tsv", "for\tfür\nüber\tüber\nfor\tfor\n");
        assertThat(run(
                        "corpus",
                        "filter",
                        raw,
                        "--output",
                        path("clean.tsv"),
                        "--identifier",
                        pipeline,
                        "--source-language",
                        "en",
                        "--target-language",
                        "de",
                        "--dropped",
                        path("dropped")))
                .as(err())
                .isZero();
        assertThat(read("clean.tsv")).isEqualTo("for\tfür\n");
        assertThat(read("dropped")).contains("source language", "target language");
        assertThat(run("corpus", "filter", raw, "--output", path("x"), "--identifier", pipeline))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: --source-language is needed\n");
    }

    @Test
    void languagesAreIdentifiedWithoutAPipelineToo() throws IOException {
        var raw = file(
                "raw.tsv",
                "Where is the station?\tWo ist der Bahnhof?\nWo ist der Bahnhof?\tWhere is the station?\n"
                        + "I have lost my keys.\tJ'ai perdu mes clefs.\n");
        var languages = List.of("--source-language", "en-GB", "--target-language", "de");
        var arguments = new ArrayList<>(List.of("corpus", "filter", raw, "--output", path("clean.tsv"), "--json"));
        arguments.addAll(languages);
        assertThat(run(arguments.toArray(String[]::new))).as(err()).isZero();
        assertThat(read("clean.tsv")).isEqualTo("Where is the station?\tWo ist der Bahnhof?\n");
        assertThat(out()).contains("\"source language\"", "\"target language\"");

        arguments.addAll(List.of("--any-language", "--not-empty"));
        assertThat(run(arguments.toArray(String[]::new))).as(err()).isZero();
        assertThat(read("clean.tsv")).isEqualTo(read("raw.tsv"));
    }

    @Test
    void aLanguageThatTheIdentifierDoesNotKnowIsRefused() throws IOException {
        var raw = file("raw.txt", "nuqneH\n");
        assertThat(run("corpus", "filter", raw, "--output", path("clean.txt"), "--source-language", "tlh"))
                .isEqualTo(2);
        assertThat(err())
                .startsWith("dragoman: the identifier that comes along doesn't know the language \"tlh\", only af, ar,")
                .endsWith(", zu; name another with --identifier, or check none with --any-language\n");
    }

    @Test
    void linesOfOneLanguageAreIdentified() throws IOException {
        var raw = file("raw.txt", "Where is the station?\nWo ist der Bahnhof?\n12:30\n");
        assertThat(run("corpus", "filter", raw, "--output", path("clean.txt"), "--source-language", "de"))
                .as(err())
                .isZero();
        assertThat(read("clean.txt")).isEqualTo("Wo ist der Bahnhof?\n");
    }

    @Test
    void aPipelineThatFindsNoLanguageIsRefused() throws IOException {
        var pipeline = file("sentences.json", "{\"steps\": [\"sentences\"]}");
        assertThat(run("corpus", "filter", file("a", "a\n"), "--output", path("x"), "--identifier", pipeline))
                .isEqualTo(2);
        assertThat(err())
                .startsWith(
                        "dragoman: the pipeline of --identifier has no step that finds the language of documents: ");
    }

    @Test
    void aBrokenCorpusLeavesNothing() throws IOException {
        var raw = file("raw.tsv", "a\tb\nno tab\n");
        assertThat(run(
                        "corpus",
                        "filter",
                        raw,
                        "--output",
                        path("clean.tsv"),
                        "--not-empty",
                        "--dropped",
                        path("dropped")))
                .isEqualTo(1);
        assertThat(err()).startsWith("dragoman: " + raw + ":2: ");
        assertThat(run("corpus", "split", raw, "--output", path("parts"), "--parts", "a=0.5,b=0.5"))
                .isEqualTo(1);
        assertThat(run("corpus", "split", raw, "--output", path("some/parts"), "--parts", "a=1,b=rest"))
                .isEqualTo(1);
        assertThat(run("corpus", "split", path("none.tsv"), "--output", path("some/parts"), "--parts", "a=0.5,b=0.5"))
                .isEqualTo(1);
        var mine = Files.createDirectory(folder.resolve("mine"));
        assertThat(run("corpus", "split", raw, "--output", path("mine/parts"), "--parts", "a=0.5,b=0.5"))
                .isEqualTo(1);
        try (var files = Files.walk(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder, Path.of(raw), mine);
        }
    }

    @Test
    void aPartCannotLieOutsideTheOutput() throws IOException {
        var raw = file("raw.tsv", PAIRS);
        assertThat(run("corpus", "split", raw, "--output", path("parts"), "--parts", "../a=0.5,b=0.5"))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: the name of a part names a file, so it can't be . or .. and has no / \\ or :, got"
                        + " \"../a\"\n");
        try (var files = Files.walk(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder, Path.of(raw));
        }
    }

    /** Its empty lines end sentences, so that a filter of lines would break it. */
    @ParameterizedTest
    @CsvSource({"a.conllu, tagged", "a.conll.gz, tagged", "a.bio, tagged", "a.csv, labelled"})
    void textOfAnotherKindIsNotTakenForLines(String name, String kind) throws IOException {
        var text = file(name, "Tom\tB-PER\n\nsat\tO\n\n");
        var message = "dragoman: by the end of its name, " + text + " is " + kind
                + " text, neither lines nor pairs; --from lines reads its lines as they are, and \"dragoman corpus convert\" writes"
                + " other forms of " + kind + " text\n";
        var output = path("clean");
        assertThat(run("corpus", "filter", text, "--output", output, "--not-empty"))
                .isEqualTo(2);
        assertThat(err()).isEqualTo(message);
        assertThat(run("corpus", "split", text, "--output", output, "--parts", "a=0.5,b=0.5"))
                .isEqualTo(2);
        assertThat(err()).isEqualTo(message);
        assertThat(run("corpus", "stats", text)).isEqualTo(2);
        assertThat(err()).isEqualTo(message);
        assertThat(run("corpus", "stats", file("a.txt", "a\n"), "--oov-against", text))
                .isEqualTo(2);
        assertThat(err()).isEqualTo(message);
        var aligned =
                new String[] {"corpus", "filter", text, text, "--output", output, "--output", path("b"), "--not-empty"};
        assertThat(run(aligned)).isEqualTo(2);
        assertThat(err()).isEqualTo(message.replace("--from lines", "--from aligned"));
        assertThat(folder.resolve("clean")).doesNotExist();
        assertThat(run("corpus", "filter", text, "--output", output, "--not-empty", "--from", "lines"))
                .isZero();
        assertThat(read("clean")).isEqualTo("Tom\tB-PER\nsat\tO\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--min-length 3 --max-length 2 | lengths must be 0 or more, and the longest at least the shortest, got 3 to 2",
                "--scripts Latin | --scripts needs 2 places, with a comma between them, for source and target, got Latin",
                "--scripts Latin,Klingon | Unicode has no script \"Klingon\"; it has such as Latin, Cyrillic, Arabic, Han",
                "--min-letters 1 | --min-letters goes with --well-formed",
                "--any-language --identifier x.json | --any-language needs no --identifier",
                "--unique line | --unique line is for lines of one language",
                "--not-empty --to odt | there is no format of parallel text named \"odt\"; known are aligned, moses, tsv, tmx, xliff, xliff2,"
                        + " jsonl",
                "--normalize | --normalize goes with --unique",
                "--min-script 1 | --min-script goes with --scripts",
                "--to tsv | nothing is filtered: give one or more of --not-empty, --well-formed, --min-length, --max-length, --max-ratio,"
                        + " --scripts, --source-language, --copy, --numbers, --unique"
            })
    void wrongOptionsOfAFilterAreRefused(String options, String message) throws IOException {
        var arguments = new ArrayList<>(List.of("corpus", "filter", file("raw.tsv", PAIRS), "--output", path("x.tsv")));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: " + message + "\n");
        assertThat(folder.resolve("x.tsv")).doesNotExist();
    }

    /** Two lines of 1 and 3 words: half of the lines each. */
    @Test
    void lengthsAndFrequenciesAreDrawn() throws IOException {
        assertThat(run("corpus", "stats", file("text", "a\na b c\n"), "--plot", path("plots")))
                .isZero();
        assertThat(Files.readString(folder.resolve("plots/lengths.svg"))).contains("tokens in a line", "50");
        assertThat(Files.readString(folder.resolve("plots/zipf.svg"))).contains("rank", "frequency");
        var text = path("text");
        assertThat(run("corpus", "stats", text, "--plot", path("images"), "--plot-format", "png"))
                .isZero();
        try (var files = Files.list(folder.resolve("images"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lengths.png", "zipf.png");
        }
        for (var image : List.of("images/lengths.png", "images/zipf.png")) {
            assertThat(ImageIO.read(folder.resolve(image).toFile()).getWidth()).isGreaterThan(100);
        }
        assertThat(run("corpus", "stats", text, "--plot-format", "png")).isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: --plot-format goes with --plot\n");
        assertThat(run("corpus", "stats", file("nothing", ""), "--plot", path("plots")))
                .isEqualTo(1);
        assertThat(err()).contains("there are no lines to draw");
    }

    private static String numbered(int lines) {
        return String.join(
                "",
                IntStream.range(0, lines)
                        .mapToObj(i -> "s" + i + "\tt" + i + "\n")
                        .toList());
    }

    @Test
    void partsAreDisjointAndCompleteAndStayWhenTheCorpusGrows() throws IOException {
        assertThat(run(
                        "corpus",
                        "split",
                        file("small.tsv", numbered(300)),
                        "--parts",
                        "train=0.8,dev=0.1,test=0.1",
                        "--output",
                        path("small"),
                        "--json"))
                .isZero();
        var small = new ArrayList<String>();
        for (var part : List.of("train", "dev", "test")) {
            var lines = read("small/" + part + ".tsv").lines().toList();
            assertThat(json().get(part).asInt()).isEqualTo(lines.size());
            small.addAll(lines);
        }
        assertThat(small)
                .containsExactlyInAnyOrderElementsOf(numbered(300).lines().toList());
        run(
                "corpus",
                "split",
                file("large.tsv", numbered(400)),
                "--parts",
                "train=0.8,dev=0.1,test=0.1",
                "--output",
                path("large"));
        for (var part : List.of("train", "dev", "test")) {
            assertThat(read("large/" + part + ".tsv").lines())
                    .containsAll(read("small/" + part + ".tsv").lines().toList());
        }
    }

    @Test
    void alignedPartsOfASizeHaveTheEndsOfTheirFiles() throws IOException {
        var source = file(
                "a.en",
                String.join("\n", IntStream.range(0, 50).mapToObj(i -> "s" + i).toList()));
        var target = file(
                "a.de",
                String.join("\n", IntStream.range(0, 50).mapToObj(i -> "t" + i).toList()));
        assertThat(run("corpus", "split", source, target, "--parts", "dev=7,train=rest", "--output", path("parts")))
                .isZero();
        assertThat(read("parts/dev.en").lines()).hasSize(7);
        assertThat(read("parts/dev.de").replace('t', 's')).isEqualTo(read("parts/dev.en"));
        assertThat(read("parts/train.de").lines()).hasSize(43);
        assertThat(out()).contains("dev        7  14.00").contains("train     43  86.00");
    }

    @Test
    void filesWithTheSameEndKeepTheirNames() throws IOException {
        assertThat(run(
                        "corpus",
                        "split",
                        file("en.txt", "a\nb\nc"),
                        file("de.txt", "d\ne\nf"),
                        "--parts",
                        "dev=1,train=rest",
                        "--output",
                        path("parts")))
                .isZero();
        assertThat(folder.resolve("parts/dev.en.txt")).exists();
        assertThat(folder.resolve("parts/train.de.txt")).exists();
    }

    @Test
    void linesAreDividedToo() throws IOException {
        assertThat(run(
                        "corpus",
                        "split",
                        file("a.txt", "a\nb\nc\na\n"),
                        "--parts",
                        "x=2,y=rest",
                        "--output",
                        path("parts")))
                .isZero();
        assertThat(read("parts/x.txt").lines()).hasSize(2);
        assertThat(read("parts/y.txt").lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=0.5,b=0.4 | the shares of the parts must add up to 1, got 0.9",
                "a=0.5,b=half | --parts needs shares that add up to 1, or numbers of pairs and one \"rest\"; got b=half",
                "a=rest,b=rest | only one part can have the rest, got a, b",
                "a=0.5,b=rest | beside a part with the rest, --parts needs whole numbers, got a=0.5",
                "a=9,b=rest | the part \"a\" should have 9 pairs, but 1 of them cannot be found: the corpus has 8 pairs, and those with the"
                        + " same source stay together"
            })
    void wrongPartsAreRefused(String parts, String message) throws IOException {
        assertThat(run("corpus", "split", file("raw.tsv", PAIRS), "--parts", parts, "--output", path("parts")))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: " + message + "\n");
    }

    @Test
    void aPartDoesNotTakeThePlaceOfTheCorpus() throws IOException {
        var corpus = file("train.tsv", PAIRS);
        assertThat(run("corpus", "split", corpus, "--parts", "train=0.5,test=0.5", "--output", folder.toString()))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: what is written to " + corpus
                        + " would take the place of what is read; choose another name\n");
        assertThat(read("train.tsv")).isEqualTo(PAIRS);
    }

    @Test
    void aPartOfAMosesCorpusDoesNotTakeItsPlaceEither() throws IOException {
        file("a.en", "one\n");
        var target = file("a.de", "eins\n");
        var options = new String[] {
            "corpus",
            "split",
            path("a"),
            "--from",
            "moses",
            "--source-language",
            "en",
            "--target-language",
            "de",
            "--output",
            path("."),
            "--parts",
            "b=0.5,a=0.5"
        };
        assertThat(run(options)).isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: what is written to " + path("./a.en")
                        + " would take the place of what is read; choose another name\n");
        assertThat(Path.of(target)).hasContent("eins\n");
    }

    @Test
    void whatAFilterWritesTakesNoPlaceTwice() throws IOException {
        var raw = file("raw.tsv", PAIRS);
        var twice = path("x/../clean.tsv");
        assertThat(run("corpus", "filter", raw, "--output", path("clean.tsv"), "--dropped", twice, "--not-empty"))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: two results would be written to " + twice + "; give each a name of its own\n");
        assertThat(run("corpus", "filter", raw, "--output", path("a"), "--output", path("a"), "--not-empty"))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        "dragoman: two results would be written to " + path("a") + "; give each a name of its own\n");
        var languages = new String[] {"--source-language", "en", "--target-language", "de", "--any-language"};
        assertThat(run(and(
                        languages,
                        "corpus",
                        "filter",
                        raw,
                        "--output",
                        path("a"),
                        "--to",
                        "moses",
                        "--not-empty",
                        "--dropped",
                        path("a.de"))))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: two results would be written to " + path("a.de")
                        + "; give each a name of its own\n");
        for (var output : List.of("--output", "--dropped")) {
            var other = output.equals("--output") ? "--dropped" : "--output";
            assertThat(run("corpus", "filter", raw, output, raw, other, path("other.tsv"), "--not-empty"))
                    .isEqualTo(2);
            assertThat(err())
                    .isEqualTo("dragoman: what is written to " + raw
                            + " would take the place of what is read; choose another name\n");
        }
        var lines = file("raw.txt", "a\n");
        assertThat(run("corpus", "filter", lines, "--output", path("b"), "--dropped", path("b"), "--not-empty"))
                .isEqualTo(2);
        try (var files = Files.walk(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder, Path.of(raw), Path.of(lines));
        }
        assertThat(read("raw.tsv")).isEqualTo(PAIRS);
    }

    private static String[] and(String[] more, String... arguments) {
        return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void textsAreCounted() throws IOException {
        var text = file("a.txt", "a b a\n\nc a\n");
        assertThat(run("corpus", "stats", text, "--oov-against", file("b.txt", "a c\n"), "--top", "1"))
                .isZero();
        assertThat(out())
                .containsPattern(
                        "a\\.txt +3 +1 +5 +3 +0\\.600 +2 +1\\.67 +2\\.0 +2\\.9 +3 +1\\.0\\d\\d +20\\.00 +33\\.33\n")
                .contains("Zipf: exponent over ranks 1 to 1000")
                .containsPattern("a\\.txt: tokens +count\n-+ +-+\na +3\n");
    }

    @Test
    void pairsHaveTwoRowsAndARatio() throws IOException {
        assertThat(run("corpus", "stats", file("a.tsv", "a b\ta b c\nc\td\n"), "--ngrams", "2", "--json"))
                .isZero();
        var corpus = json().at("/corpora/0");
        assertThat(corpus.at("/lengthRatios/mean").asDouble()).isEqualTo(1.25);
        assertThat(corpus.at("/lengthRatios/histogram/1.5").asInt()).isEqualTo(1);
        assertThat(corpus.at("/texts/0/lengths/histogram/2").asInt()).isEqualTo(1);
        assertThat(corpus.at("/texts/1/ngrams/1/tokens").asInt()).isEqualTo(2);
        assertThat(corpus.at("/texts/1/rankFrequencies/0/toRank").asInt()).isEqualTo(4);
    }

    @Test
    void tokensAreCutAsAsked() throws IOException {
        var text = file("a.txt", "A dog.\na dog\n");
        assertThat(run("corpus", "stats", text, "--tokenize", "13a", "--lowercase", "--json"))
                .isZero();
        assertThat(json().at("/corpora/0/texts/0/ngrams/0/types").asInt()).isEqualTo(3);
        assertThat(run("corpus", "stats", text, "--tokenize", "char", "--json")).isZero();
        assertThat(json().at("/corpora/0/texts/0/ngrams/0/tokens").asInt()).isEqualTo(9);
    }

    @Test
    void unseenWordsAreLookedForOnTheSameSide() throws IOException {
        assertThat(run("corpus", "stats", file("a.tsv", "a\tb\n"), "--oov-against", file("b.tsv", "a\tc\n"), "--json"))
                .isZero();
        assertThat(json().at("/corpora/0/texts/0/unseen/counts/unseenTokens").asInt())
                .isZero();
        assertThat(json().at("/corpora/0/texts/1/unseen/tokenRate").asDouble()).isEqualTo(1);
        assertThat(run("corpus", "stats", path("a.tsv"), "--oov-against", file("c.txt", "a\n")))
                .isEqualTo(1);
        assertThat(err()).contains("a.tsv has two languages, but ", "c.txt of --oov-against has one language");
    }

    @Test
    void aMatrixIsWrittenWithItsVocabulary() throws IOException {
        var train = file("train.txt", "the dog\nthe cat the\n");
        assertThat(run("corpus", "vectorize", train, "--output", path("train.mtx"), "--vocabulary", path("terms.tsv")))
                .isZero();
        assertThat(read("train.mtx"))
                .isEqualTo("%%MatrixMarket matrix coordinate real general\n2 3 4\n1 2 1\n1 3 1\n2 1 1\n2 3 2\n");
        assertThat(read("terms.tsv")).isEqualTo("# 2 texts\ncat\t1\ndog\t1\nthe\t2\n");
        assertThat(err()).isEqualTo("2 texts, 3 terms, 4 numbers other than 0\n");
        assertThat(run(
                        "corpus",
                        "vectorize",
                        file("test.txt", "a dog\n"),
                        "--output",
                        path("test.csv"),
                        "--use-vocabulary",
                        path("terms.tsv"),
                        "--tf-idf"))
                .isZero();
        assertThat(read("test.csv")).isEqualTo("row,term,value\n1,dog,1\n");
    }

    @Test
    void nothingIsMadeOfATextWithoutLines() throws IOException {
        var empty = file("empty.txt", "");
        var terms = file("terms.tsv", "# 1 texts\na\t1\n");
        var message = "dragoman: " + empty + " has no lines, so there is nothing to make vectors of\n";
        assertThat(run("corpus", "vectorize", empty, "--output", path("a.mtx"))).isEqualTo(1);
        assertThat(err()).isEqualTo(message);
        assertThat(run("corpus", "vectorize", empty, "--output", path("a.mtx"), "--use-vocabulary", terms))
                .isEqualTo(1);
        assertThat(err()).isEqualTo(message);
        var header = file("a.csv", "label,text\n");
        assertThat(run("corpus", "vectorize", header, "--from", "csv", "--header", "--output", path("a.mtx")))
                .isEqualTo(1);
        assertThat(err()).isEqualTo(message.replace(empty, header).replace("lines", "texts"));
        assertThat(folder.resolve("a.mtx")).doesNotExist();
    }

    @Test
    void labelsBecomeNumbers() throws IOException {
        var texts = file("a.tsv", "spam\tbuy now\nham\thello\n");
        assertThat(run("corpus", "vectorize", texts, "--from", "labelled-tsv", "--output", path("a.svm")))
                .isZero();
        assertThat(read("a.svm")).isEqualTo("1 1:1 3:1\n0 2:1\n");
        assertThat(err()).startsWith("label 0: ham\nlabel 1: spam\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--ngrams x | --ngrams must be an order, such as 2, or two, such as 1-3, got x",
                "--ngrams 3-2 | orders of n-grams must be 1 or more, and the longest at least the shortest, got 3 to 2",
                "--min-texts many | --min-texts and --max-texts must be a number of texts or, with a point, a share of them, got many",
                "--min-texts 1.5 | a share of texts must be from 0 to 1, got 1.5",
                "--to xls | there is no format of matrices \"xls\"; expected one of mtx, svm, csv, jsonl",
                "--tokenize words2 | there is no BLEU tokenizer \"words2\"; expected one of 13a, none, intl, char, zh"
            })
    void wrongOptionsOfAMatrixAreRefused(String options, String message) throws IOException {
        var arguments = new ArrayList<>(List.of("corpus", "vectorize", file("a", "ab\n"), "--output", path("x.mtx")));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: " + message + "\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }
}
