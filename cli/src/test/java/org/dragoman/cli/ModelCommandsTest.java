package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The commands that look at models, with the model that comes along. */
class ModelCommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path model;

    @BeforeEach
    void unpack() {
        model = folder.resolve("model");
        try (var embedded = EmbeddedModels.load("en", "de").orElseThrow()) {
            embedded.save(model, Precision.F32);
        }
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(new ByteArrayInputStream(new byte[0]), print(out), print(err), false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void evaluatesEachSourceWithAllItsReferencesAndEachRowWithItsOwn() throws IOException {
        var corpus = folder.resolve("test.tsv");
        Files.writeString(corpus, "Good morning.\tGuten Morgen.\nGood morning.\tMoin.\nGood night.\tGute Nacht.\n");
        var written = folder.resolve("out.tsv");
        var code = run(
                "evaluate", "translation", corpus.toString(), "--to", "de", "--json", "--output", written.toString());
        assertThat(code).as(err()).isEqualTo(ExitCode.DONE);
        var result = new ObjectMapper().readTree(out.toByteArray());
        assertThat(result.path("sources").asInt()).isEqualTo(2);
        assertThat(result.path("rows").asInt()).isEqualTo(3);
        assertThat(result.at("/bySource/systems/0/scores/0/signature").asText()).startsWith("nrefs:var|case:mixed|");
        assertThat(result.at("/byRow/systems/0/scores/0/signature").asText()).startsWith("nrefs:1|case:mixed|");
        assertThat(Files.readAllLines(written)).hasSize(2).first().isEqualTo("Good morning.\tGuten Morgen.");

        run("evaluate", "translation", corpus.toString(), "--to", "de", "--by", "row");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("row by row: BLEU|nrefs:1|")
                .doesNotContain("nrefs:var");
    }

    @Test
    void modelsAreComparedInATableAndAReport() throws IOException {
        var sources = Files.writeString(folder.resolve("test.en"), "Good morning.\nTom is <b>here</b>.\nGood night.\n");
        var first = Files.writeString(folder.resolve("a.de"), "Guten Morgen.\nTom ist da.\nGute Nacht.\n");
        var second = Files.writeString(folder.resolve("b.de"), "Moin.\nTom ist hier.\nGute Nacht.\n");
        var other = folder.resolve("other");
        assertThat(run("models", "convert", model.toString(), "--output", other.toString()))
                .isEqualTo(ExitCode.DONE);
        Files.writeString(
                model.resolve("log.jsonl"), "{\"event\":\"validated\",\"step\":10,\"loss\":2.0,\"bleu\":5.0}\n");
        var report = folder.resolve("report");
        var code = run(
                "evaluate",
                "translation",
                sources.toString(),
                "--reference",
                first.toString(),
                "--reference",
                second.toString(),
                "--model",
                model.toString(),
                "--model",
                other.toString(),
                "--metrics",
                "bleu,ter",
                "--report",
                report.toString());
        assertThat(code).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("each source, all references:\nsystem", "BLEU|nrefs:2|bs:1000|", "(p = ")
                .doesNotContain("row by row");
        assertThat(report.resolve("index.html"))
                .content()
                .contains(
                        "Lines of " + other,
                        "<figcaption>BLEU</figcaption>",
                        model + "/weights.safetensors",
                        "3,204,160")
                .contains("dragoman evaluate translation " + sources, "<details class=\"tied\" open>", "sha256:")
                .doesNotContain("<b>here", "src=");
    }

    @Test
    void verifiesAFolderAndRefusesOneWhoseFilesDoNotFit() throws IOException {
        assertThat(run("models", "verify", model.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("languages     en to de")
                .contains("3,204,160");

        Files.writeString(
                model.resolve("vocabulary.txt"), "not-in-any-corpus\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(run("models", "verify", model.toString())).isNotEqualTo(ExitCode.DONE);
        assertThat(err()).contains("does not fit the model's configuration: 'embedding.weight' should have shape");
    }

    @Test
    void convertsToHalfTheSizeAndOverwritesNothing() throws IOException {
        var half = folder.resolve("half");
        assertThat(run("models", "convert", model.toString(), "--precision", "f16", "--output", half.toString()))
                .as(err())
                .isEqualTo(ExitCode.DONE);
        var weights = "weights.safetensors";
        assertThat(Files.size(half.resolve(weights))).isLessThan(Files.size(model.resolve(weights)) * 51 / 100);
        assertThat(run("models", "convert", model.toString(), "--output", half.toString()))
                .isEqualTo(ExitCode.LOST);
        assertThat(err()).isEqualTo("dragoman: " + half + " exists already; name a folder that doesn't\n");
    }
}
