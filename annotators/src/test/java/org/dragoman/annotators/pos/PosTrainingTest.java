package org.dragoman.annotators.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.Progress;
import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.pipeline.PosTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PosTrainingTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTreebank() throws IOException {
        var lines = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            lines.append("# newdoc id = d").append(i).append('\n');
            lines.append(i % 2 == 0 ? sentence("Dogs", "NNS", "bark", "VBP") : sentence("Tim", "NNP", "sings", "VBZ"));
        }
        Files.writeString(folder.resolve("train.conllu"), lines);
        Files.createDirectory(folder.resolve("model"));
    }

    private static String sentence(String noun, String nounTag, String verb, String verbTag) {
        var universal = nounTag.equals("NNP") ? "PROPN" : "NOUN";
        return "1\t" + noun + "\t_\t" + universal + "\t" + nounTag + "\t_\t_\t_\t_\t_\n" + "2\t" + verb + "\t_\tVERB\t"
                + verbTag + "\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\tPUNCT\t.\t_\t_\t_\t_\t_\n\n";
    }

    private ModelRecord train(String keys, TrainingListener listener) throws IOException {
        var file = Files.writeString(
                folder.resolve("pos.json"),
                "{\"task\": \"pos\", \"train\": [\"train.conllu\"], \"output\": \"model\", \"rounds\": 3" + keys + "}");
        return TrainingFile.read(file).run(listener);
    }

    @Test
    void writesATaggerThatHasLearned() throws IOException {
        var heard = new ArrayList<Progress>();
        var record = train(", \"heldOut\": 5, \"dev\": \"train.conllu\"", heard::add);
        assertThat(heard).hasSize(6); // without what is held out, then of everything
        assertThat(heard.subList(3, 6)).isEqualTo(record.progress());
        assertThat(record.scores())
                .containsEntry("held-out UPOS", 1.0)
                .containsEntry("held-out XPOS", 1.0)
                .containsEntry("dev UPOS", 1.0);
        var tagger = PosTagger.read(folder.resolve("model/tagger.bin"));
        assertThat(tagger.tag(List.of("Tim", "sings"), List.of(List.of("Tim"), List.of("sings"))))
                .containsExactly(new PosTag("PROPN", "NNP"), new PosTag("VERB", "VBZ"));
        assertThat(folder.resolve("model/model.json")).content().contains("\"train.conllu\"", "sha256:");
        assertThat(folder.resolve("model/README.md")).content().contains("| dev UPOS | 1.0000 |");
    }

    @Test
    void theSameTrainingGivesTheSameBytes() throws IOException {
        train("", TrainingListener.NONE);
        var first = Files.readAllBytes(folder.resolve("model/tagger.bin"));
        train("", TrainingListener.NONE);
        assertThat(Files.readAllBytes(folder.resolve("model/tagger.bin"))).isEqualTo(first);
    }

    @Test
    void reportsAllFaultsOfAFileTogether() {
        assertThatThrownBy(() -> train(", \"width\": 0, \"heldOut\": 1, \"round\": 2", TrainingListener.NONE))
                .hasMessage(folder.resolve("pos.json") + " has 3 problems:\n"
                        + "  heldOut must be 0 or at least 2, got 1\n"
                        + "  width must be between 1 and 64, got 0\n"
                        + "  unknown key 'round'; did you mean 'rounds'?");
    }

    @Test
    void refusesAnEmptyTreebankAndAWrongLine() throws IOException {
        Files.writeString(folder.resolve("train.conllu"), "\n");
        assertThatThrownBy(() -> train("", TrainingListener.NONE))
                .hasMessage(
                        folder.resolve("train.conllu") + ": expected a treebank in CoNLL-U, but there is no sentence");
        Files.writeString(folder.resolve("train.conllu"), "1\tDogs\t_\tNOUN\n\n");
        assertThatThrownBy(() -> train("", TrainingListener.NONE))
                .hasMessageStartingWith(folder.resolve("train.conllu") + ":1: ");
        assertThat(folder.resolve("model")).isEmptyDirectory();
    }
}
