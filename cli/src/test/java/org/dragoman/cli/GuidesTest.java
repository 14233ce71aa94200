package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.corpora.format.CorpusFormats;
import org.dragoman.nmt.train.Experiment;
import org.dragoman.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON files that the guides show are read by what reads them in earnest. */
class GuidesTest {

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
}
