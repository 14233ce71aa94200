package org.dragoman.annotators.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.corpora.CorpusFormatException;
import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

class LabelledFileTest {
    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("texts.tsv"), content);
    }

    private LabelledFile file(String content, String keys) throws IOException {
        var path = file(content).toString().replace("\\", "\\\\");
        return Settings.parse("test", "{\"path\": \"" + path + "\"" + keys + "}")
                .build(LabelledFile::from);
    }

    @Test
    void readsLabelsAndTexts() throws IOException {
        assertThat(LabelledFile.of(file("ham\tHello\tyou\n\nspam\tBuy!\n")).read())
                .containsExactly(new LabelledText("ham", "Hello\tyou"), new LabelledText("spam", "Buy!"));
    }

    @Test
    void readsOtherLayouts() throws IOException {
        assertThat(file("HUM:ind Who is she ?\n", ", \"separator\": \" \", \"labelEnd\": \":\"")
                        .read())
                .containsExactly(new LabelledText("HUM", "Who is she ?"));
        assertThat(file(
                                "Good.\t1\n",
                                ", \"text\": 1, \"label\": 2, \"names\": {\"1\": \"positive\"}, \"importance\": 3")
                        .read())
                .containsExactly(new LabelledText("positive", "Good.", 3));
        assertThat(file("Fine , thanks\n", ", \"constantLabel\": \"positive\"").read())
                .containsExactly(new LabelledText("positive", "Fine , thanks"));
        assertThat(file(
                                "neg\t0\tcv1\tbad\npos\t7\tcv2\tgood\n",
                                ", \"columns\": 4, \"column\": 2, \"values\": [\"7\", \"8\"]")
                        .read())
                .containsExactly(new LabelledText("pos", "good"));
    }

    @Test
    void everyFifthLineIsTheFifthTheTenthAndSoOn() throws IOException {
        var lines = "a\t1\na\t2\na\t3\na\t4\na\t5\na\t6\n";
        assertThat(file(lines, ", \"onlyEvery\": 5").read())
                .extracting(LabelledText::text)
                .containsExactly("5");
        assertThat(file(lines, ", \"withoutEvery\": 5").read())
                .extracting(LabelledText::text)
                .containsExactly("1", "2", "3", "4", "6");
    }

    @Test
    void namesTheLineThatLacksATab() throws IOException {
        var path = file("ham\tHello\nspam Buy!\n");
        assertThatThrownBy(() -> LabelledFile.of(path).read())
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(path + ":2: expected 2 columns with tabs between them, got 1: \"spam Buy!\"");
    }

    @Test
    void namesTheLineOfAnUnknownOrBlankLabel() throws IOException {
        var path = file("ham\tHello\nspma\tBuy!\n");
        assertThatThrownBy(() -> LabelledFile.of(path).read(Set.of("spam", "ham")))
                .hasMessage(path + ":2: unknown label \"spma\"; expected one of ham, spam");
        var blank = file(" \tHello\n");
        assertThatThrownBy(() -> LabelledFile.of(blank).read())
                .hasMessage(blank + ":1: the label is blank: \" \tHello\"");
    }

    @Test
    void refusesSettingsThatDoNotGoTogether() {
        assertThatThrownBy(() -> file("", ", \"column\": 2"))
                .hasMessageContaining("values must be given where column is, and only there");
        assertThatThrownBy(() -> file("", ", \"onlyEvery\": 5, \"withoutEvery\": 5"))
                .hasMessageContaining("onlyEvery must be absent where withoutEvery is given");
        assertThatThrownBy(() -> file("", ", \"label\": 3")).hasMessageContaining("there is no column 3 in lines of 2");
    }
}
