package org.dragoman.nmt.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.nmt.model.TranslationModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class ModelFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsText() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "version https, \u00e9\n");
        assertThat(ModelFiles.text(file)).isEqualTo("version https, \u00e9\n");
    }

    @Test
    void saysWhatStandsInTheWay() throws IOException {
        var file = folder.resolve("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFiles.text(file))
                .withMessage("there is no file " + file);
        Files.write(file, "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFiles.text(file))
                .withMessage(file + " is not UTF-8");
        assertThatThrownBy(() -> ModelFiles.read(file, path -> {
                    throw new IOException("the disk is gone");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + file + ": the disk is gone");
    }

    @Test
    void theSettingsOfAModelMustBeUtf8() throws IOException {
        var file = folder.resolve("model.json");
        Files.write(file, "{\"source\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TranslationModel.loadSettings(folder))
                .withMessage(file + " is not UTF-8");
    }

    @Test
    void deletesAFolderWithAllThatIsInIt() throws IOException {
        var deep = Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(deep.resolve("d"), "");
        Files.writeString(folder.resolve("a/e"), "");
        Folders.delete(folder.resolve("a"));
        assertThat(folder).isEmptyDirectory();
    }
}
