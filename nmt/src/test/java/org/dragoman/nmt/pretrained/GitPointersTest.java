package org.dragoman.nmt.pretrained;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where Git LFS wasn't at hand, a clone has pointers in the place of large files. */
class GitPointersTest {

    private static final String POINTER =
            "version https://git-lfs.github.com/spec/v1\noid sha256:1234\nsize 298000000\n";

    @TempDir
    private Path folder;

    private void copy(Path model) throws IOException {
        try (var files = Files.list(model)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private Path pointer(String name) throws IOException {
        return Files.writeString(folder.resolve(name), POINTER);
    }

    private static void assertRefused(Path place, Path pointer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PretrainedModels.load(place).close())
                .withMessage(pointer + " is a pointer of Git LFS, not the file that it stands for: fetch that with"
                        + " 'git lfs pull'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "source.spm", "vocab.json"})
    void areNamedInAHuggingFaceDirectory(String name) throws IOException {
        copy(MarianFixture.read("base").folder());
        assertRefused(folder, pointer(name));
    }

    @Test
    void areNamedInTheDirectoryOfAnOlderModel() throws IOException {
        copy(MarianFixture.read("base").folder());
        Files.delete(folder.resolve("model.safetensors"));
        assertRefused(folder, pointer("pytorch_model.bin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opus.spm.transformer.npz", "target.spm"})
    void areNamedInARelease(String name) throws IOException {
        copy(TestData.file("pretrained/opus-toy-en-deu+fra"));
        assertRefused(folder, pointer(name));
    }

    @Test
    void areNamedInThePlaceOfAZipFile() throws IOException {
        var zip = pointer("opus.zip");
        assertRefused(zip, zip);
    }

    @Test
    void areNamedInAFolderOfCTranslate2() throws IOException {
        copy(MarianFixture.resource("../ctranslate2/onmt-v6"));
        assertRefused(folder, pointer("model.bin"));
    }

    @Test
    void areNamedInAFolderOfOurs() throws IOException {
        try (var model = PretrainedModels.load(MarianFixture.read("base").folder())) {
            model.save(folder, Precision.F32);
        }
        assertRefused(folder, pointer("weights.safetensors"));
    }
}
