package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.dragoman.corpora.SentencePair;
import org.dragoman.corpora.format.CorpusFormats;
import org.dragoman.eval.alignment.WordAlignment;
import org.dragoman.eval.picture.HeatMap;
import org.dragoman.nmt.train.Experiment;
import org.dragoman.nmt.translate.Aligner;
import org.dragoman.nmt.translate.AlignmentUnit;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.dragoman.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the guides show is read, understood and run by what does so in earnest. */
class GuidesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*\"|\\S+");

    @TempDir
    Path folder;

    private Path jsonOf(String guide) throws IOException {
        var text = Files.readString(Path.of("../docs").resolve(guide));
        var begin = text.indexOf("```json\n") + "```json\n".length();
        return Files.writeString(folder.resolve("shown.json"), text.substring(begin, text.indexOf("```", begin)));
    }

    @Test
    void theExperimentOfTheTrainingGuideIsValid() throws IOException {
        Files.writeString(folder.resolve("train.tsv"), "a\tb\n");
        Files.writeString(folder.resolve("validation.tsv"), "a\tb\n");
        assertThat(Experiment.read(jsonOf("training.md")).training().limits().average())
                .isEqualTo(5);
    }

    @Test
    void theGuideToCorporaAndTheHelpNameEveryFormat() throws IOException {
        var guide = Files.readString(Path.of("../docs/corpora.md"));
        var help = String.join(
                "\n", CorpusConvertCommand.class.getAnnotation(Command.class).description());
        for (var format : CorpusFormats.all()) {
            assertThat(guide).contains("`" + format.title() + "`");
            assertThat(help).containsPattern("[ ,]" + format.title() + "(,|\\n|$)");
            format.extensions().forEach(end -> assertThat(guide).containsPattern("`\\.?" + end + "`"));
        }
    }

    @Test
    void thePipelineOfThePipelineGuideIsValid() throws IOException {
        try (var pipeline = Pipeline.read(jsonOf("pipeline.md"))) {
            assertThat(pipeline.annotators()).hasSize(4);
        }
    }

    /** Each command of the guide with its arguments; what stands in quotes is one. */
    private static Stream<List<String>> commandsOf(String guide) throws IOException {
        return Files.readAllLines(Path.of("../docs").resolve(guide)).stream()
                .filter(line -> line.startsWith("dragoman "))
                .map(line -> ARGUMENT.matcher(line.replaceAll(" > .*", ""))
                        .results()
                        .map(match -> match.group().replace("\"", ""))
                        .skip(1)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"evaluation.md, 12", "pipeline.md, 2", "pretrained.md, 2"})
    void theCommandsOfTheGuidesAreUnderstood(String guide, int least) throws IOException {
        var commandLine = Dragoman.commandLine(Console.system(), new Models());
        var commands = commandsOf(guide).toList();
        assertThat(commands).hasSizeGreaterThan(least);
        assertThat(commands)
                .allSatisfy(command -> assertThatCode(() -> commandLine.parseArgs(command.toArray(String[]::new)))
                        .doesNotThrowAnyException());
    }

    private static void align(PrintStream out, Path folder) {
        // guide begins
        try (var model = EmbeddedModels.require("en", "de")) {
            var aligner = new Aligner(model, AlignmentUnit.TOKENS);
            var alignment = aligner.align(new SentencePair("Good morning.", "Guten Morgen."));
            out.println(WordAlignment.strongest(alignment.layer(0)));
            HeatMap.of(alignment.head(0, 2)).write(folder.resolve("layer0-head2.svg"));
        }
        // guide ends
    }

    @Test
    void theCodeOfTheEvaluationGuideIsWhatRunsHere() throws IOException {
        var bytes = new ByteArrayOutputStream();
        align(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("0-0 1-1");
        assertThat(folder.resolve("layer0-head2.svg")).exists();

        var source = Files.readString(Path.of("src/test/java/org/dragoman/cli/GuidesTest.java"));
        var begin = source.indexOf("// guide begins\n") + "// guide begins\n".length();
        var code = source.substring(begin, source.indexOf("\n        // guide ends"));
        assertThat(Files.readString(Path.of("../docs/evaluation.md"))).contains(code.stripIndent());
    }
}
