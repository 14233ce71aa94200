package org.dragoman.annotators.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.annotators.training.TrainingFile;
import org.dragoman.annotators.training.TrainingListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** With statistics of two languages whose words are rows of a and b: in {@code aa} a letter is mostly followed by itself, in {@code bb} by the other. */
class LanguageTrainingTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeStatistics() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("statistics.jar")))) {
            for (var language : new String[] {"aa", "bb"}) {
                entry(zip, language, "unigrams", "{\"1/2\":\"a b\"}");
                var same = language.equals("aa") ? "9/10" : "1/10";
                var other = language.equals("aa") ? "1/10" : "9/10";
                entry(zip, language, "bigrams", "{\"" + same + "\":\"aa bb\",\"" + other + "\":\"ab ba\"}");
            }
        }
    }

    private static void entry(ZipOutputStream zip, String language, String name, String ngrams) throws IOException {
        zip.putNextEntry(new ZipEntry("language-models/" + language + "/" + name + ".json"));
        zip.write(("{\"language\":\"X\",\"ngrams\":" + ngrams + "}").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path train(String languages) throws IOException {
        var file = Files.writeString(
                folder.resolve("language.json"),
                "{\"task\": \"language\", \"lingua\": \"statistics.jar\", \"languages\": " + languages
                        + ", \"leastGain\": 1e-6, \"output\": \"model\"}");
        TrainingFile.read(file).run(TrainingListener.NONE);
        return folder.resolve("model/languages.bin");
    }

    @Test
    void makesAnIdentifierFromStatistics() throws IOException {
        var identifier = LanguageIdentifier.read(train("[\"bb\", \"aa\"]"));
        assertThat(identifier.languages()).containsExactly("aa", "bb");
        assertThat(identifier.language("aaaa bbbb")).isEqualTo("aa");
        assertThat(identifier.language("abab")).isEqualTo("bb");
        assertThat(identifier.language("xyz")).isEqualTo("und");
        assertThat(folder.resolve("model/model.json")).content().contains("statistics.jar");
    }

    @Test
    void testsOnLabelledLines() throws IOException {
        Files.writeString(folder.resolve("test.tsv"), "aa\taaaab\nbb\tabab\nbb\taabbabababab\n");
        train("[\"aa\", \"bb\"], \"test\": [{\"path\": \"test.tsv\"}], \"testLengths\": [2, 100]");
        // cut at 2, they are aa, ab and aa, the last of which looks like the other language
        assertThat(folder.resolve("model/README.md"))
                .content()
                .contains("| accuracy, lines cut at 2 characters | 0.6667 |")
                .contains("| accuracy, lines cut at 100 characters | 1.0000 |");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        var first = Files.readAllBytes(train("[\"aa\", \"bb\"]"));
        assertThat(train("[\"aa\", \"bb\"]")).hasBinaryContent(first);
    }

    @Test
    void refusesADamagedFile() throws IOException {
        var bytes = Files.readAllBytes(train("[\"aa\", \"bb\"]"));
        for (var at = 0;
                at < bytes.length - 5;
                at++) { // the last are padding and the checksum of zlib, which add nothing to ours
            var damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> LanguageIdentifier.read("languages.bin", damaged))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot read languages.bin: ");
        }
    }

    @Test
    void refusesALanguageWithoutStatistics() {
        assertThatThrownBy(() -> train("[\"aa\", \"cc\"]"))
                .hasMessage("cannot read the statistics of 'cc' from " + folder.resolve("statistics.jar")
                        + ": it has no language-models/cc/unigrams.json");
        assertThat(folder.resolve("model")).doesNotExist();
    }
}
