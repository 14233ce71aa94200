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

/** The commands that compare annotations with those of people. */
class EvaluateCommandsTest {
    private static final String TREEBANK = """
            # text = Dogs bark.
            1	Dogs	dog	NOUN	NNS	Number=Plur	2	nsubj	_	_
            2	bark	bark	VERB	VBP	_	0	root	_	SpaceAfter=No
            3	.	.	PUNCT	.	_	2	punct	_	_

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
    void aTreebankIsComparedWithAFile() throws IOException {
        var gold = file("gold.conllu", TREEBANK);
        var system = file("system.conllu", TREEBANK.replace("VERB", "NOUN"));
        assertThat(run("evaluate", "tagging", gold, "--system", system, "--json"))
                .isZero();
        assertThat(json().at("/Words/f1").asDouble()).isEqualTo(1);
        assertThat(json().at("/UPOS/correct").asInt()).isEqualTo(2);
    }

    @Test
    void aTreebankIsAnnotatedAnew() throws IOException {
        var gold = file("gold.conllu", TREEBANK);
        for (var words : new String[] {"raw", "gold"}) {
            begin();
            assertThat(run("evaluate", "tagging", gold, "--words", words)).isZero();
            assertThat(text()).contains("Tokens", "Sentences", "UPOS", "100.00");
        }
    }

    @Test
    void entitiesAreComparedWithAFile() throws IOException {
        var gold = file("gold", "Tom B-PER\nand O\nAnn B-PER\n\nRome B-LOC\n");
        var system = file("system", "Tom B-PER\nand O\nAnn B-LOC\n\nRome B-LOC\n");
        assertThat(run("evaluate", "entities", gold, "--system", system, "--scheme", "iob2", "--json"))
                .isZero();
        assertThat(json().at("/micro/correct").asInt()).isEqualTo(2);
        assertThat(json().at("/types/PER/recall").asDouble()).isEqualTo(0.5);
        assertThat(run("evaluate", "entities", gold, "--language", "de")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("dragoman: the pipeline has no step that finds entities");
    }

    @Test
    void thePipelineOfALanguageAnnotatesWithoutAFile() throws IOException {
        var entities = file("entities", "Tom B-PER\nlives O\nin O\nBoston B-LOC\n. O\n");
        assertThat(run("evaluate", "entities", entities, "--json")).isZero();
        assertThat(json().at("/micro/f1").asDouble()).isEqualTo(1);
        begin();
        var opinions = file("opinions", "positive\tA wonderful film!\nnegative\tAwful, a waste of time.\n");
        assertThat(run("evaluate", "classification", opinions, "--json")).isZero();
        assertThat(json().at("/accuracy").asDouble()).isEqualTo(1);
        begin();
        var german = file("de.conllu", """
                # text = zum Haus
                1-2	zum	_	_	_	_	_	_	_	_
                1	zu	zu	ADP	APPR	_	3	case	_	_
                2	dem	der	DET	ART	_	3	det	_	_
                3	Haus	Haus	NOUN	NN	_	0	root	_	_

                """);
        assertThat(run("evaluate", "tagging", german, "--language", "de", "--json"))
                .isZero();
        assertThat(json().at("/Words/f1").asDouble()).isEqualTo(1);
        assertThat(json().at("/Lemmas/f1").asDouble()).isEqualTo(1);
    }

    @Test
    void aFileAndALanguageAreOneTooMuch() throws IOException {
        var gold = file("gold", "Tom B-PER\n");
        assertThat(run("evaluate", "entities", gold, "--system", gold, "--language", "en"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("dragoman: --system scores a file, so it doesn't go with --pipeline and --language\n");
        begin();
        var steps = file("steps.json", "{\"steps\": [\"sentences\"]}");
        assertThat(run("evaluate", "entities", gold, "--pipeline", steps, "--language", "en"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "dragoman: the steps of --pipeline have languages of their own, so it doesn't go with --language\n");
    }

    @Test
    void entitiesOfOtherTokensAreNotCompared() throws IOException {
        var gold = file("gold", "Tom B-PER\nrejects O\n\nRome B-LOC\n");
        assertThat(run(
                        "evaluate",
                        "entities",
                        gold,
                        "--system",
                        file("system", "Tom B-PER\nrejected O\n\nRome B-LOC\n")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "sentence 1: token 2 is \"rejects\" in ",
                        " and \"rejected\" in ",
                        "; both must have the same tokens");
        begin();
        assertThat(run("evaluate", "entities", gold, "--system", file("system", "Tom B-PER\n\nRome B-LOC\n")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("token 2 is \"rejects\" in ", " and missing in ");
        begin();
        assertThat(run("evaluate", "entities", gold, "--system", file("system", "Tom B-PER\nrejects O\n")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("gold has a sentence 2, but ", "system ends after 1;");
    }

    @Test
    void classesAreComparedWithAFile() throws IOException {
        var gold = file("gold", "ham\tHello\nspam\tBuy\nham\tBye\n");
        var system = file("system", "ham\nham\nham\n");
        var picture = folder.resolve("confusions.svg");
        assertThat(run("evaluate", "classification", gold, "--system", system, "--picture", picture.toString()))
                .isZero();
        assertThat(text()).contains("macro average", "gold \\ predicted", "Matthews's correlation", "66.67");
        assertThat(Files.readString(picture)).contains("<svg", "spam");
        begin();
        assertThat(run("evaluate", "classification", gold, "--system", system, "--json"))
                .isZero();
        assertThat(json().at("/confusions/spam/ham").asInt()).isEqualTo(1);
        assertThat(json().at("/mcc").asDouble()).isZero();
    }

    /** By hand: sure 1-1, possible 1-1 and 2-2; the system's 1-1 and 3-3 find the sure one and one possible of two. */
    @Test
    void alignmentsAreCompared() throws IOException {
        var gold = file("gold", "1-1 2p2\n");
        var system = file("system", "0-0 2-2\n");
        assertThat(run("evaluate", "alignment", gold, "--system", system, "--gold-base", "1", "--json"))
                .isZero();
        assertThat(json().at("/systems/0/alignmentErrorRate").asDouble()).isEqualTo(1 - 2.0 / 3);
        assertThat(run("evaluate", "alignment", gold, "--system", file("short", "")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(" has 1 lines, but ", "short has 0");
    }

    @Test
    void alignmentsNeedFilesOrTextsForAModel() throws IOException {
        var gold = file("gold", "0-0\n");
        assertThat(run("evaluate", "alignment", gold)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "dragoman: nothing to compare with " + gold
                                + ": give alignments by --system FILE, or texts for a model by --source FILE and --target FILE\n");
        begin();
        assertThat(run("evaluate", "alignment", gold, "--source", gold)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--source and --target go together");
        begin();
        assertThat(run("evaluate", "alignment", gold, "--system", gold, "--to", "de"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a model aligns texts");
    }

    @Test
    void curvesAreAPageAPictureOrATable() throws IOException {
        var log = file(
                "log.jsonl",
                "{\"event\":\"updated\",\"step\":50,\"loss\":8.5,\"rate\":0.001}\n"
                        + "{\"event\":\"updated\",\"step\":100,\"loss\":6.5,\"rate\":0.002}\n");
        for (var name : new String[] {"c.html", "c.svg", "c.png", "c.csv"}) {
            assertThat(run("curves", log, "--output", folder.resolve(name).toString()))
                    .as(name)
                    .isZero();
        }
        assertThat(folder.resolve("c.html"))
                .content()
                .contains("Learning rate", "<svg")
                .doesNotContain("BLEU");
        assertThat(folder.resolve("c.csv")).content().contains(log + ",training loss,100,6.5\n");
        begin();
        assertThat(run(
                        "curves",
                        log,
                        "--chart",
                        "bleu",
                        "--output",
                        folder.resolve("b.svg").toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("dragoman: nothing was logged for the chart bleu in " + log + "\n");
        assertThat(folder.resolve("b.svg")).doesNotExist();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Dragoman.run(console, new Models(), arguments);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(text());
    }
}
