package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.annotators.English;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.Pipeline;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The README's example of the library: it stands in {@link #example}, is run here, and must stand in the README letter by letter. */
class ReadmeTest {

    private static void example(PrintStream out) {
        // README begins
        try (var translator = Translator.embedded("en", "de", TranslatorConfig.DEFAULT.withAlignments(true))) {
            var pipeline = Pipeline.of(English.pipeline(), translator);
            var document = pipeline.process("Good morning. The weather is very nice today.");
            var translation = document.get(Layers.TRANSLATION).get("de");
            for (var sentence : translation.sentences()) {
                out.println(sentence.source().textIn(document.text()) + " = "
                        + sentence.target().textIn(translation.target().text()));
            }
            out.println(document.get(Layers.POS));
        }
        // README ends
    }

    @Test
    void theExampleTranslatesAndTags() {
        var bytes = new ByteArrayOutputStream();
        example(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Good morning. = Guten Morgen.")
                .contains("universal=ADJ");
    }

    @Test
    void theReadmeShowsTheExampleThatRuns() throws IOException {
        var source = Files.readString(Path.of("src/test/java/org/dragoman/cli/ReadmeTest.java"));
        var body = source.substring(source.indexOf("// README begins\n") + "// README begins\n".length());
        var example = body.substring(0, body.indexOf("        // README ends"))
                .lines()
                .map(line -> line.isBlank() ? "" : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../README.md"))).contains(example);
    }
}
