package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What every reader must do, on files that other programs wrote; see {@code weights_fixtures.py}. */
class TensorFileTest {

    @TempDir
    Path folder;

    static Stream<String> files() {
        return Stream.of(WeightFixtures.TORCH.stream(), WeightFixtures.NUMPY.stream(), Stream.of("all.safetensors"))
                .flatMap(names -> names);
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsNamesTypesShapesAndValuesOfEveryFormat(String name) {
        try (var file = TensorFile.open(WeightFixtures.file(name))) {
            assertThat(file.origin()).endsWith(name);
            assertThat(file.tensors()).containsOnlyKeys(WeightFixtures.names(name));
            file.tensors().forEach((key, tensor) -> {
                assertThat(tensor.name()).isEqualTo(key);
                assertThat(tensor.type()).as(key).isEqualTo(WeightFixtures.type(name, key));
                assertThat(tensor.shape()).as(key).isEqualTo(WeightFixtures.shape(name, key));
                assertThat(tensor.toFloats()).as(key).isEqualTo(WeightFixtures.values(name, key));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void valuesComeInOrderAndInWholeRows(String name) {
        try (var file = TensorFile.open(WeightFixtures.file(name))) {
            file.tensors().values().forEach(tensor -> {
                var next = new long[1];
                tensor.read((first, run) -> {
                    assertThat(first).isEqualTo(next[0]);
                    next[0] += run.remaining();
                    if (tensor.shape().length > 0) {
                        assertThat(run.remaining() % tensor.shape()[tensor.shape().length - 1])
                                .isZero();
                    }
                });
                assertThat(next[0]).isEqualTo(tensor.places());
            });
        }
    }

    @Test
    void aTextEndsAtItsFirstZero() {
        try (var file = NpzFile.open(WeightFixtures.file("marian.npz"))) {
            assertThat(file.tensors().get("special:model.yml").toText()).isEqualTo("type: transformer\ndim-emb: 4\n");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> file.tensors().get("Wemb").toText())
                    .withMessage("tensor 'Wemb' should hold the bytes of a text, holds F32");
        }
    }

    /** The configuration and the size of the embedding are those of the release's own vocabulary, 172 entries. */
    @Test
    void readsAModelThatMarianWrote() {
        try (var file = TensorFile.open(TestData.file("pretrained/opus-toy-en-deu+fra/opus.spm.transformer.npz"))) {
            assertThat(file.tensors().get("special:model.yml").toText())
                    .contains("dim-emb: 48\n")
                    .doesNotContain("\0");
            assertThat(file.tensors().get("Wemb").shape()).containsExactly(172, 48);
            assertThat(file.tensors().values().stream()
                            .filter(tensor -> tensor.type() == StoredType.F32)
                            .mapToLong(StoredTensor::places)
                            .sum())
                    .isEqualTo(103_276);
        }
    }

    private Path written(String name, String content) {
        try {
            return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertRefused(Path file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorFile.open(file).close())
                .withMessage(message.replace("FILE", file.toString()));
    }

    @Test
    void refusesWhatIsNoFileOfWeights() {
        assertRefused(folder.resolve("none"), "there is no file FILE");
        assertRefused(
                written("text", "Once upon a time"),
                "FILE is in none of the formats of weights that are read: safetensors, torch.save, npz, CTranslate2");
        assertRefused(
                written("pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:1234\nsize 298000000\n"),
                "FILE is a pointer of Git LFS, not the file that it stands for: fetch that with 'git lfs pull'");
    }

    @Test
    void refusesAPickleThatNamesAnythingButTensors() {
        for (var name : new String[] {"foreign-new.bin", "foreign-old.bin"}) {
            assertRefused(
                    WeightFixtures.file(name),
                    "FILE: the pickle names posix.system, which is refused: "
                            + "a file of weights needs only tensors, ordered maps and numbers");
        }
        assertRefused(
                WeightFixtures.file("nested.bin"),
                "FILE: 'model' should be a tensor; only flat dictionaries of tensors are read");
    }

    @Test
    void refusesArraysOfTexts() {
        assertRefused(
                WeightFixtures.file("text.npz"),
                "FILE: array 'text' has type '<U1', can be read: f2, f4, f8, i1, i2, i4, i8, u1 and b1");
    }
}
