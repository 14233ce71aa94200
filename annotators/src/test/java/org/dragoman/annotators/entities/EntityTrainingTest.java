package org.dragoman.annotators.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.ModelRecord;
import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.annotators.training.TrainingListener;
import org.dragoman.corpora.TagScheme.TagSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class EntityTrainingTest {
    private static final String TRAIN = "\"train\": [{\"files\": [\"a.iob2\"], \"tokenColumn\": 2, \"tagColumn\": 3},"
            + " {\"files\": [\"b.conll\"], \"types\": [\"person=PER\", \"place=LOC\"]}]";

    @TempDir
    private Path folder;

    /** One source in IOB2 with an index, one in IOB1 with types of other names, one of which is not looked for. */
    @BeforeEach
    void writeCorpora() throws IOException {
        var first =
                "# text = Ann Lee lives in Rome\n1\tAnn\tB-PER\n2\tLee\tI-PER\n3\tlives\tO\n4\tin\tO\n5\tRome\tB-LOC\n\n"
                        + "1\tthe\tO\n2\tdog\tO\n3\tlives\tO\n4\tin\tO\n5\tParis\tB-LOC\n\n";
        Files.writeString(folder.resolve("a.iob2"), first.repeat(30));
        var second = "Bob I-person\nsaw O\nTitanic I-film\nin O\nOslo I-place\n\n";
        Files.writeString(folder.resolve("b.conll"), second.repeat(30));
        Files.createDirectory(folder.resolve("model"));
    }

    private ModelRecord train(String keys) throws IOException {
        var file = Files.writeString(
                folder.resolve("entities.json"),
                "{\"task\": \"entities\", \"output\": \"model\", \"rounds\": 4, " + keys + "}");
        return TrainingFile.read(file).run(TrainingListener.NONE);
    }

    @Test
    void writesAFinderThatHasLearnedFromAllSources() throws IOException {
        var record = train(TRAIN + ", \"heldOut\": 2");
        assertThat(record.scores()).containsEntry("held-out F1", 1.0).containsEntry("held-out LOC F1", 1.0);
        var finder = EntityFinder.read(folder.resolve("model/finder.bin"));
        assertThat(finder.find(List.of("Ann", "Lee", "lives", "in", "Rome")))
                .containsExactly(new TagSpan("PER", 0, 2), new TagSpan("LOC", 4, 5));
        assertThat(finder.find(List.of("Bob", "saw", "Titanic", "in", "Oslo")))
                .containsExactly(new TagSpan("PER", 0, 1), new TagSpan("LOC", 4, 5));
    }

    @Test
    void theSameTrainingGivesTheSameBytes() throws IOException {
        train(TRAIN);
        var first = Files.readAllBytes(folder.resolve("model/finder.bin"));
        train(TRAIN);
        assertThat(Files.readAllBytes(folder.resolve("model/finder.bin"))).isEqualTo(first);
    }

    @Test
    void aFileWithoutEndsOfSentencesIsCutBehindAFullStopThatIsInNoEntity() throws IOException {
        Files.writeString(
                folder.resolve("c.bio"),
                "Ann B-PER\nslept O\n. O\nSt B-LOC\n. I-LOC\nIves I-LOC\nslept O\n".repeat(20));
        var record = train("\"train\": [{\"files\": [\"c.bio\"], \"ends\": [\".\"]}]");
        assertThat(record.facts())
                .containsEntry("sentences", "21"); // 20 full stops end one, and what is behind the last is one
        assertThat(EntityFinder.read(folder.resolve("model/finder.bin")).find(List.of("St", ".", "Ives", "slept")))
                .containsExactly(new TagSpan("LOC", 0, 3));
    }

    @Test
    void tagsOfAnotherSchemeAreReadIfItIsNamed() throws IOException {
        Files.writeString(folder.resolve("c.bilou"), "Tom U-PER\nsaw O\nNew B-LOC\nYork L-LOC\n\n".repeat(20));
        assertThatThrownBy(() -> train("\"train\": [{\"files\": [\"c.bilou\"]}]"))
                .hasMessage(
                        folder.resolve("c.bilou") + ":1: the tag \"U-PER\" is none of the scheme lenient, such as B-PER"
                                + " or O; correct the file, or name another column (tagColumn) or scheme");
        train("\"train\": [{\"files\": [\"c.bilou\"], \"scheme\": \"bilou\"}]");
        assertThat(EntityFinder.read(folder.resolve("model/finder.bin")).find(List.of("Tom", "saw", "New", "York")))
                .containsExactly(new TagSpan("PER", 0, 1), new TagSpan("LOC", 2, 4));
    }

    @Test
    void refusesWrongRenamingsAndEmptyFiles() throws IOException {
        assertThatThrownBy(() -> train("\"train\": [{\"files\": [\"b.conll\"], \"types\": [\"person\"]}]"))
                .hasMessage(folder.resolve("entities.json") + ": train[0].types must be a list of renamings such as"
                        + " \"corporation=ORG\", got [\"person\"]");
        Files.writeString(folder.resolve("b.conll"), "");
        assertThatThrownBy(() -> train("\"train\": [{\"files\": [\"b.conll\"]}]"))
                .hasMessage(
                        folder.resolve("b.conll") + ": expected a token and its tag a line, but there is no sentence");
        Files.writeString(folder.resolve("b.conll"), "Bob\n");
        assertThatThrownBy(() -> train("\"train\": [{\"files\": [\"b.conll\"]}]"))
                .hasMessage(folder.resolve("b.conll") + ":1: a line needs 2 columns, got 1");
        assertThat(folder.resolve("model")).isEmptyDirectory();
    }
}
