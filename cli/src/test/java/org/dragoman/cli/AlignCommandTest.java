package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Alignments by the model that comes along, which knows the words of these sentences; the links are those that a person would draw. */
class AlignCommandTest {
    private static final String SOURCE =
            "Tom is reading a book in the garden.\nI like <b>cats</b> & dogs.\n\nGood morning.\n";
    private static final String TARGET =
            "Tom liest ein Buch im Garten.\nIch mag <b>Katzen</b> & Hunde.\n\nGuten Morgen.\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
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

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void linksAreALineForEachLine() throws IOException {
        var source = file("source", SOURCE);
        var target = file("target", TARGET);
        assertThat(run("", "align", source, target, "--to", "de")).as(err()).isZero();
        var lines = out().split("\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[0].split(" ")).contains("0-0", "2-1", "4-3", "7-5");
        assertThat(lines[2]).isEmpty();
        assertThat(lines[3]).isEqualTo("0-0 1-1");

        assertThat(run(TARGET, "align", source, "-", "--to", "de", "--lines", "3-4"))
                .isZero();
        assertThat(out()).isEqualTo("\n0-0 1-1\n");
        assertThat(run("", "align", source, target, "--to", "de", "--lines", "4,9"))
                .isEqualTo(1);
        assertThat(err()).isEqualTo("dragoman: line 9 was asked for, but " + source + " has 4 lines\n");
    }

    @Test
    void differentNumbersOfLinesAreAnErrorWithFilesAndCounts() throws IOException {
        var source = file("source", "a\nb\nc\n");
        var target = file("target", "a\n");
        assertThat(run("", "align", source, target, "--to", "de")).isEqualTo(1);
        assertThat(err())
                .isEqualTo("dragoman: " + source + " has 3 lines, but " + target
                        + " has 1; line n of one must belong to line n of the other\n");
        var output = folder.resolve("links");
        assertThat(run("", "align", source, target, "--to", "de", "--output", output.toString()))
                .isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void jsonHasWordsLinksAndEveryHead() throws IOException {
        assertThat(run(
                        "",
                        "align",
                        "--source-text",
                        "Good morning.",
                        "--target-text",
                        "Guten Morgen.",
                        "--to",
                        "de",
                        "--format",
                        "json"))
                .as(err())
                .isZero();
        var json = new ObjectMapper().readTree(out());
        assertThat(json.path("line").asInt()).isEqualTo(1);
        assertThat(json.at("/source/1").asText()).isEqualTo("morning.");
        assertThat(json.path("links").toString()).isEqualTo("[[0,0],[1,1]]");
        assertThat(json.path("layers")).hasSize(2);
        assertThat(json.at("/layers/0")).hasSize(4); // heads, as the model's card says
        assertThat(json.at("/layers/0/0/0/0").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void csvHasOneHeader() throws IOException {
        var source = file("source", SOURCE);
        var target = file("target", TARGET);
        assertThat(run("", "align", source, target, "--to", "de", "--format", "csv", "--layer", "1", "--head", "3"))
                .as(err())
                .isZero();
        assertThat(out().lines().filter(line -> line.startsWith("sentence,"))).hasSize(1);
        assertThat(out()).contains("\n4,0,0,1,0,morning.,Guten,");
        assertThat(run("", "align", source, target, "--to", "de", "--layer", "2"))
                .isEqualTo(2);
        assertThat(err()).contains("alignments are wanted from layer 2, counted from 0, of a model in which 2 layers");
        assertThat(run("", "align", source, target, "--to", "de", "--head", "4"))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("dragoman: --head must be 0 to 3 in layer 0 of this model, got 4\n");
    }

    @Test
    void picturesAreAFileForEachLineAndThePageHasAll() throws IOException {
        var source = file("source", SOURCE);
        var target = file("target", TARGET);
        var pictures = folder.resolve("pictures");
        var arguments =
                new String[] {"align", source, target, "--to", "de", "--lines", "2", "--output", pictures.toString()};
        for (var more : new String[][] {{"svg", "heatmap"}, {"png", "links"}}) {
            var all = new java.util.ArrayList<>(java.util.List.of(arguments));
            all.addAll(java.util.List.of("--format", more[0], "--picture", more[1]));
            assertThat(run("", all.toArray(String[]::new))).as(err()).isZero();
        }
        assertThat(pictures.resolve("line-0002.svg"))
                .content()
                .contains("&lt;b&gt;cats")
                .doesNotContain("<b>");
        assertThat(Files.readAllBytes(pictures.resolve("line-0002.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(run("", "align", source, target, "--to", "de", "--format", "html", "--units", "tokens"))
                .as(err())
                .isZero();
        assertThat(out())
                .startsWith("<!DOCTYPE html>")
                .contains("data-layer=\"Layer 1\" data-head=\"Head 3\"")
                .doesNotContain("src=", "@import");
    }

    @Test
    void picturesAndPagesShowTheLinksThatWereAskedFor() throws IOException {
        var texts = new String[] {"align", "--source-text", "Tom sings.", "--target-text", "Tom singt.", "--to", "de"};
        assertThat(run("", with(texts, "--format", "html", "--links", "threshold:0.99")))
                .as(err())
                .isZero();
        assertThat(out()).contains("Links of weight 0.99 or more, words counted from 0:");
        var pictures = folder.resolve("pictures").toString();
        assertThat(run("", with(texts, "--format", "svg", "--links", "threshold:0.3", "--output", pictures)))
                .isEqualTo(2);
        assertThat(err())
                .contains("a heat map shows weights, not links, so --links and --reverse-model don't go with it");
        var sizes = new java.util.ArrayList<Integer>();
        for (var threshold : new String[] {"threshold:1e9", "threshold:1e-9"}) {
            assertThat(run(
                            "",
                            with(
                                    texts,
                                    "--format",
                                    "svg",
                                    "--picture",
                                    "links",
                                    "--links",
                                    threshold,
                                    "--output",
                                    pictures)))
                    .as(err())
                    .isZero();
            sizes.add(Files.readString(folder.resolve("pictures/line-0001.svg")).length());
        }
        assertThat(sizes.get(0)).as("no links").isLessThan(sizes.get(1));
    }

    private static String[] with(String[] first, String... rest) {
        return java.util.stream.Stream.of(first, rest)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
    }

    /** The embedded model, said to be of the other direction. */
    private Path ofTheOtherDirection() throws IOException {
        var model = folder.resolve("reverse");
        try (var embedded = org.dragoman.nmt.translate.EmbeddedModels.require("en", "de")) {
            embedded.save(model, org.dragoman.nmt.tensor.Safetensors.Precision.F16);
        }
        var settings = model.resolve("model.json");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceAll("\"source\"\\s*:\\s*\"en\"", "\"source\" : \"de\"")
                        .replaceAll("\"target\"\\s*:\\s*\"de\"", "\"target\" : \"en\""));
        return model;
    }

    @Test
    void theModelSaysFromWhichLanguageItTranslates() throws IOException {
        var model = ofTheOtherDirection().toString();
        assertThat(run("", "align", "--source-text", "Tom sings.", "--target-text", "Tom singt.", "--model", model))
                .as(err())
                .isZero();
        assertThat(run("", "align", "--source-text", "a", "--target-text", "b", "--model", model, "--from", "en"))
                .isEqualTo(2);
        assertThat(err()).contains("the model translates from 'de' to 'en', but --from is 'en' and --to is 'en'");
    }

    @Test
    void bothDirectionsAreMerged() throws IOException {
        var model = ofTheOtherDirection();
        var texts = new String[] {"align", "--source-text", "Tom sings.", "--target-text", "Tom singt.", "--to", "de"};
        var links = new java.util.TreeMap<String, Integer>();
        for (var how : new String[] {"intersection", "grow-diag-final-and", "union"}) {
            var all = new java.util.ArrayList<>(java.util.List.of(texts));
            all.addAll(java.util.List.of("--reverse-model", model.toString(), "--symmetrize", how));
            assertThat(run("", all.toArray(String[]::new))).as(err()).isZero();
            links.put(how, out().isBlank() ? 0 : out().strip().split(" ").length);
        }
        assertThat(links.get("intersection")).isLessThanOrEqualTo(links.get("grow-diag-final-and"));
        assertThat(links.get("grow-diag-final-and")).isLessThanOrEqualTo(links.get("union"));
        assertThat(links.get("union")).isBetween(2, 4);
    }

    @Test
    void aModelIsEvaluatedOnGoldAlignments() throws IOException {
        var source = file("source", "Tom is reading a book .\nGood morning .\n");
        var target = file("target", "Tom liest ein Buch .\nGuten Morgen .\n");
        var gold = file("gold", "0-0 1p1 2-1 3-2 4-3 5p4\n0-0 1-1 2p2\n");
        assertThat(run(
                        "",
                        "evaluate",
                        "alignment",
                        gold,
                        "--source",
                        source,
                        "--target",
                        target,
                        "--to",
                        "de",
                        "--json"))
                .as(err())
                .isZero();
        var json = new ObjectMapper().readTree(out());
        assertThat(json.at("/systems/0/recall").asDouble()).isGreaterThan(0.8);
        assertThat(run(
                        "",
                        "evaluate",
                        "alignment",
                        file("short", "0-0\n"),
                        "--source",
                        source,
                        "--target",
                        target,
                        "--to",
                        "de"))
                .isEqualTo(1);
        assertThat(err()).contains("short has 1 lines, but " + source + " has 2");
    }
}
