package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The commands with a small model of Hugging Face's form, which writes two languages; its record says what transformers makes of it (see
 * {@code nmt/src/test/python/marian_fixtures.py}).
 */
class PretrainedCommandsTest {

    private static final Path FIXTURES = Path.of("../nmt/src/test/resources/pretrained");
    private static final String FRENCH = ">>fra<< ";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path model;

    /** A French text of the record with its numbers and its translation. */
    private JsonNode recorded;

    @BeforeEach
    void copyModel() throws IOException {
        model = Files.createDirectory(folder.resolve("opus-mt-en-mul"));
        try (var files = Files.list(FIXTURES.resolve("base"))) {
            for (var file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Files.writeString(model.resolve("README.md"), "---\nlicense: cc-by-4.0\n---\nby https://example.org/makers\n");
        try (var in = new GZIPInputStream(Files.newInputStream(FIXTURES.resolve("base.json.gz")))) {
            recorded = new ObjectMapper().readTree(in).get("texts").get(1);
        }
        assertThat(recorded.get("text").textValue()).startsWith(FRENCH);
    }

    private int run(String input, String... arguments) {
        out.reset();
        err.reset();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Dragoman.run(new Console(in, print(out), print(err), false), new Models(), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String sentence() {
        return recorded.get("text").textValue().substring(FRENCH.length());
    }

    @Test
    void translatesIntoTheLanguageThatIsChosen() {
        var code = run(sentence() + "\n", "translate", "--model", model.toString(), "--to", "fr");

        assertThat(code).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo(recorded.get("translation").textValue() + "\n");
    }

    @Test
    void aConvertedModelTranslatesAsBefore() {
        var ours = folder.resolve("ours").toString();
        assertThat(run("", "models", "convert", model.toString(), "--precision", "f32", "--output", ours))
                .as(err())
                .isEqualTo(ExitCode.DONE);

        assertThat(run(sentence() + "\n", "translate", "--model", ours, "--to", "fra"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo(recorded.get("translation").textValue() + "\n");
    }

    @Test
    void theReportOfAFolderNamesTheModelAndItsLicence() throws IOException {
        var documents = Files.createDirectory(folder.resolve("documents"));
        Files.writeString(documents.resolve("a.txt"), sentence() + "\n");
        var output = folder.resolve("french");

        var code = run(
                "",
                "translate",
                documents.toString(),
                "--output",
                output.toString(),
                "--model",
                model.toString(),
                "--to",
                "fra",
                "--json");

        assertThat(code).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(output.resolve("a.txt"))
                .hasContent(recorded.get("translation").textValue() + "\n");
        assertThat(err()).contains("model: opus-mt-en-mul, cc-by-4.0; https://example.org/makers\n");
        var report = new ObjectMapper().readTree(out());
        assertThat(report.get("model").get("licence").textValue()).isEqualTo("cc-by-4.0");
        assertThat(report.get("files")).hasSize(1);
    }

    @Test
    void asksForALanguageWhereThereAreSeveral() {
        var code = run("Trees\n", "translate", "--model", model.toString());

        assertThat(code).isNotEqualTo(ExitCode.DONE);
        assertThat(err())
                .contains("the model opus-mt-en-mul writes several languages: choose one by --to, of deu, fra");
    }

    @Test
    void verifyShowsTheReferencesNumbers() throws IOException {
        var code = run("", "models", "verify", model.toString(), "--to", "fra", "--text", sentence(), "--json");

        assertThat(code).as(err()).isEqualTo(ExitCode.DONE);
        var report = new ObjectMapper().readTree(out());
        assertThat(report.get("tokens").findValuesAsText("id")).isEqualTo(ids());
        assertThat(report.get("translation").textValue())
                .isEqualTo(recorded.get("translation").textValue());
        assertThat(report.get("origin").get("reference").textValue()).isEqualTo("Hugging Face transformers 4.57");
        assertThat(report.get("likeliest")).hasSize(5);
    }

    private List<String> ids() {
        var ids = new ArrayList<String>();
        recorded.get("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    @Test
    void listShowsLicenceAndAttribution() {
        assertThat(run("", "models", "list", folder.toString())).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo("""
                        model         %s
                        form          a Hugging Face directory of a Marian model
                        reference     Hugging Face transformers 4.57
                        licence       cc-by-4.0; https://example.org/makers
                        languages     en to de
                        """.formatted(model));
    }

    @Test
    void listGoesOnAfterADamagedFolderAndPassesOverWhatIsNoTranslationModel() throws IOException {
        var damaged = Files.createDirectory(folder.resolve("a-damaged"));
        Files.writeString(damaged.resolve("config.json"), "{");
        var tagger = Files.createDirectory(folder.resolve("b-tagger"));
        Files.writeString(tagger.resolve("model.json"), "{\"task\": \"pos\"}");
        var other = Files.createDirectory(folder.resolve("c-other"));
        Files.writeString(other.resolve("config.json"), "{\"name\": \"x\"}");

        assertThat(run("", "models", "list", folder.toString())).isEqualTo(ExitCode.LOST);
        assertThat(err()).startsWith(damaged.resolve("config.json") + ": not valid JSON: ");
        assertThat(err().lines()).hasSize(1);
        assertThat(out().lines().filter(line -> line.startsWith("model"))).containsExactly("model         " + model);
    }

    @Test
    void listPutsABlankLineBetweenModelsAndNamesOnlyWhatTheFolderDoesNot() {
        var ours = folder.resolve("z-ours");
        run("", "models", "convert", model.toString(), "--output", ours.toString());

        assertThat(run("", "models", "list", folder.toString())).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(out()).endsWith("""
                        languages     en to de

                        model         %s
                        form          a Hugging Face directory of a Marian model
                        reference     Hugging Face transformers 4.57
                        name          opus-mt-en-mul
                        licence       cc-by-4.0; https://example.org/makers
                        languages     en to de
                        """.formatted(ours));
    }

    private void assertRefused(String message, String... arguments) {
        assertThat(run("Trees\n", arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains(message);
    }

    @Test
    void languagesThatTheModelDoesNotHaveAreRefused() {
        assertRefused(
                "the model opus-mt-en-mul translates from 'en', but --from is 'de'",
                "translate",
                "--model",
                model.toString(),
                "--to",
                "fra",
                "--from",
                "de");
        assertRefused(
                "--to must be a language such as de, got ''", "translate", "--model", model.toString(), "--to", "");
        assertRefused(
                "the model translates from 'en' to 'de', but --from is 'en' and --to is 'fr'",
                "models",
                "verify",
                FIXTURES.resolve("untied").toString(),
                "--to",
                "fr");
    }

    @Test
    void verifyPrintsSettingsAsTextAndASecondFirstTokenBelowTheFirst() {
        assertThat(run("", "models", "verify", model.toString(), "--to", "fra", "--text", sentence()))
                .as(err())
                .isEqualTo(ExitCode.DONE);
        assertThat(out())
                .contains(
                        "architecture  transformer, size 12, heads 4, decoderHeads 6,",
                        "search        beam 4, maxRatio 0.0, maxExtra 31, maxTokens 31, lengthPenalty (average, alpha 1.0), ")
                .containsPattern("\nfirst tokens  -\\d\\.\\d{6}  \\d+ \\S+\n              -\\d\\.\\d{6}  \\d+ ")
                .doesNotContain("{", "first token ");
    }

    @Test
    void verifySaysWhereTheModelKnowsNoPieceOfTheText() {
        assertThat(run("", "models", "verify", model.toString(), "--text", "\u4e00"))
                .as(err())
                .isEqualTo(ExitCode.DONE);
        assertThat(out())
                .endsWith(
                        "translation   none: the model knows no piece of this text; give one that it knows by --text\n")
                .doesNotContain("tokens  ");
        assertRefused(
                "--text must be a sentence to translate, got ' '", "models", "verify", model.toString(), "--text", " ");
    }

    @Test
    void listOfAFolderWithoutModelsSaysSo() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(run("", "models", "list", empty.toString())).isEqualTo(ExitCode.LOST);
        assertThat(err()).isEqualTo("no model was found in " + empty + "\n");
    }
}
