package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Entity;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layer;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Sentiment;
import org.dragoman.pipeline.Span;
import org.dragoman.pipeline.io.DocumentJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class AnnotateCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path letters;

    @BeforeEach
    void writeLetters() throws IOException {
        letters = Files.createDirectories(folder.resolve("letters"));
        Files.writeString(letters.resolve("a.txt"), "Tom sleeps. Mary doesn't.");
        Files.writeString(Files.createDirectories(letters.resolve("deep")).resolve("b.txt"), "Birds sing.");
        Files.writeString(letters.resolve("c.md"), "no text file");
        Files.writeString(letters.resolve(".hidden.txt"), "hidden");
    }

    private int run(String... arguments) {
        return runOn("", arguments);
    }

    private int runOn(String in, String... arguments) {
        out.reset();
        err.reset();
        var all = new java.util.ArrayList<>(List.of("annotate"));
        for (var argument : arguments) {
            all.add(
                    argument.startsWith("@")
                            ? folder.resolve(argument.substring(1)).toString()
                            : argument);
        }
        var console = new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Dragoman.run(console, new Models(), all.toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace(folder + "/", "@");
    }

    private List<String> files(String name) throws IOException {
        try (var files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .map(folder.resolve(name)::relativize)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static Document tom() {
        return Document.of("tom", "👍 Tom saw Paris.")
                .with(Layers.ENTITIES, List.of(new Entity(new Span(3, 6), "PER"), new Entity(new Span(11, 16), "LOC")))
                .with(Layers.LANGUAGE, new Label("en", 0.9))
                .with(Layers.DOCUMENT_SENTIMENT, new Sentiment("positive", 0.5))
                .with(Layers.KEYWORDS, List.of(new Label("Tom, \"the\" cat", 1), new Label("Paris", 0.5)));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @ParameterizedTest
    @CsvSource({"json, .json, '\"stems\":[\"tom\"'", "conllu, .conllu, # text = Mary", "html, .html, title=\"n&#39;t"})
    void aFolderBecomesAFolderOfTheSameNames(String format, String end, String content) throws IOException {
        assertThat(run("@letters", "--format", format, "--output", "@out")).isZero();
        assertThat(files("out")).containsExactly("a" + end, "deep/b" + end);
        assertThat(folder.resolve("out/a" + end)).content().contains(content.replace("n&#39;t", "does · "));
        assertThat(err()).isEmpty();
        assertThat(out()).isEmpty();
    }

    @Test
    void whatIsReadWithLayersKeepsThemAndGetsOthersOnRequest() throws IOException {
        assertThat(run("@letters", "--layers", "tokens", "--format", "jsonl", "--output", "@all.jsonl"))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("all.jsonl"))).hasSize(2);
        assertThat(run("@all.jsonl", "--from", "jsonl", "--layers", "stems")).isZero();
        var documents =
                out().lines().map(line -> new DocumentJson().read("out", line)).toList();
        assertThat(documents).extracting(Document::id).containsExactly("a.txt", "deep/b.txt");
        assertThat(documents.get(0).layers())
                .containsExactly(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS, Layers.STEMS);
        assertThat(run("@all.jsonl", "--from", "jsonl", "--format", "conllu")).isZero();
        var conllu = write("all.conllu", out());
        assertThat(run(conllu.toString(), "--from", "conllu", "--preset", "en")).isZero();
        assertThat(new DocumentJson()
                        .read("out", out().lines().findFirst().orElseThrow())
                        .layers())
                .contains(Layers.POS, Layers.STEMS);
    }

    @Test
    void entitiesGoToBratAndComeBack() throws IOException {
        write("tom.json", new DocumentJson().write(tom()));
        assertThat(run("@tom.json", "--from", "json", "--format", "brat", "--output", "@brat"))
                .isZero();
        assertThat(files("brat")).containsExactly("tom.ann", "tom.txt");
        // the emoji is one code point, so Tom begins at 2
        assertThat(folder.resolve("brat/tom.ann")).content().isEqualTo("T1\tPER 2 5\tTom\nT2\tLOC 10 15\tParis\n");
        assertThat(folder.resolve("brat/tom.txt")).content().isEqualTo(tom().text());
        assertThat(run("@brat", "--from", "brat")).isZero();
        assertThat(new DocumentJson().read("out", out()).get(Layers.ENTITIES)).isEqualTo(tom().get(Layers.ENTITIES));
    }

    @Test
    void aTableHasARowADocumentAndColumnsForTheLayersThatAreThere() throws IOException {
        var json = new DocumentJson();
        var plain = Document.of("plain", "x").with(Layers.ENTITIES, List.of());
        write(
                "all.jsonl",
                json.write(tom()) + "\n" + json.write(plain) + "\n" + json.write(Document.of("bare", "")) + "\n");
        assertThat(run("@all.jsonl", "--from", "jsonl", "--format", "csv")).isZero();
        assertThat(out()).isEqualTo("""
                document,characters,entities,entities:LOC,entities:PER,language,sentiment,sentiment score,keywords
                tom,16,2,1,1,en,positive,0.5,"Tom, ""the"" cat; Paris"
                plain,1,0,0,0,,,,
                bare,0,,,,,,,
                """);
        assertThat(run("@letters", "--layers", "tokens", "--format", "csv", "--output", "@letters.csv"))
                .isZero();
        assertThat(folder.resolve("letters.csv")).content().isEqualTo("""
                document,characters,sentences,tokens,words
                a.txt,25,2,6,7
                deep/b.txt,11,1,3,3
                """);
    }

    @Test
    void aFileThatIsWrongIsToldAndTheOthersAreWritten() throws IOException {
        Files.write(letters.resolve("bad.txt"), new byte[] {'a', '\n', (byte) 0xFF});
        assertThat(run("@letters", "--output", "@out")).isEqualTo(1);
        assertThat(files("out")).containsExactly("a.json", "deep/b.json");
        assertThat(err())
                .isEqualTo(
                        "dragoman: cannot read @letters/bad.txt: line 2 is not UTF-8: got 0xFF at byte 1 of the line;"
                                + " convert it to UTF-8\n");
    }

    @Test
    void whereNothingWentThroughTheFileStaysAsItWas() throws IOException {
        write("out.json", "before");
        Files.write(folder.resolve("bad.txt"), new byte[] {(byte) 0xFF});
        assertThat(run("@bad.txt", "--output", "@out.json")).isEqualTo(1);
        assertThat(folder.resolve("out.json")).hasContent("before");
        assertThat(err()).endsWith("dragoman: no document went through, so @out.json was not written\n");
        assertThat(run("@bad.txt", "@letters/a.txt", "--output", "@out.json")).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out.json"))).contains("Tom sleeps.");
    }

    @Test
    void aSourceThatIsWrongFurtherDownLeavesNoFile() throws IOException {
        var good = new DocumentJson().write(tom());
        Files.createDirectories(folder.resolve("in"));
        write("in/a.jsonl", good + "\n{\"id\":\"x\"}\n" + good + "\n");
        write("in/b.jsonl", good + "\n" + good + "\n");
        assertThat(run("@in", "--from", "jsonl", "--format", "html", "--output", "@out"))
                .isEqualTo(1);
        assertThat(files("out")).containsExactly("b.html");
        assertThat(err()).startsWith("dragoman: @in/a.jsonl:2: ").hasLineCount(1);
    }

    @Test
    void wantedLayersAreExplainedWithoutInput() {
        assertThat(run("--layers", "stems", "--explain")).isZero();
        assertThat(out())
                .containsSubsequence(
                        "sentences: [] -> [sentences]\n    by org.dragoman.annotators.sentences.SentenceProvider",
                        "tokens: [sentences] -> [tokens, words]\n",
                        "stems: [words] -> [stems]\n    by org.dragoman.annotators.stems.StemProvider",
                        "settings {\"language\":\"en\"}\n")
                .doesNotContain("pos");
    }

    @Test
    void stepsAreMeasuredWithInput() {
        assertThat(run("@letters", "--explain")).isZero();
        assertThat(out())
                .contains("pos: [sentences, tokens, words] -> [pos]", "\n\n2 documents, 36 characters, 0 failed;")
                .containsPattern("\nstems +\\d+\\.\\d +\\d+\\.\\d +\\d+\\.\\d\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - --layers stms                        | dragoman: --layers: layers[0] names no layer: there is no "stms"; did you mean 'stems'?
            - --preset em                          | dragoman: --preset em: preset names no preset: there is no "em"; did you mean 'en'?
            - --preset en --layers pos             | dragoman: --pipeline, --preset and --layers each say what to do; give one of them
            - --preset en --language de            | dragoman: --preset names a language already, so it doesn't go with --language
            - --from jsonl --language de           | dragoman: --language says how text is annotated, but what is read with --from jsonl gets layers only on request; say which by --layers, or name a --preset
            @letters/a.txt --output @letters/a.txt | dragoman: what is written to @letters/a.txt would take the place of what is read; choose another name
            - --explain --output x                 | dragoman: --explain writes no documents, so it doesn't go with --output
            - --format brat                        | dragoman: --format brat writes two files a document; name their folder by --output
            - --from jsonl --format brat --output x | dragoman: --format brat names its files after those that are read, but a file of --from jsonl or conllu may have several documents; read text, json or brat, with one each
            @letters --output @letters/out         | dragoman: the output folder @letters/out and the input folder @letters must not be the same or one inside the other; choose another output folder
            @letters --layers pos --format brat --output @out | dragoman: --format brat needs the layers [entities], but there are only [pos, sentences, tokens, words]; add them by --layers, or choose another format
            @letters --from jsonl                  | dragoman: the folder @letters has no files that end in .jsonl or .jsonl.gz; --from says what the files hold
            """)
    void wrongUsageSaysWhatIsWrong(String arguments, String message) throws IOException {
        assertThat(runOn("Hi.", arguments.strip().split(" "))).isEqualTo(2);
        assertThat(err().replace(folder.toString(), "@")).isEqualTo(message + "\n");
        assertThat(files(".")).hasSize(4);
    }

    @Test
    void twoSourcesForOneFileAreRefused() throws IOException {
        write("letters/a.text", "x");
        assertThat(run("@letters", "--output", "@out")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("dragoman: @letters/a.text and @letters/a.txt would both be written to @out/a.json;"
                        + " annotate them into two folders\n");
    }

    @Test
    void aThousandLinesKeepTheirOrder() {
        var lines = new StringBuilder();
        for (var i = 0; i < 1000; i++) {
            lines.append(new DocumentJson().write(Document.of("d" + i, "Tom sleeps.")))
                    .append('\n');
        }
        assertThat(runOn(lines.toString(), "--from", "jsonl", "--layers", "tokens"))
                .isZero();
        var documents =
                out().lines().map(line -> new DocumentJson().read("out", line)).toList();
        assertThat(documents).hasSize(1000);
        for (var i = 0; i < 1000; i++) {
            assertThat(documents.get(i).id()).isEqualTo("d" + i);
            assertThat(documents.get(i).layers())
                    .isEqualTo(Set.<Layer<?>>of(Layers.SENTENCES, Layers.TOKENS, Layers.WORDS));
        }
    }
}
