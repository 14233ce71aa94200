package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dragoman.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
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
        try (var file = WeightFixtures.open(WeightFixtures.file(name))) {
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
        try (var file = WeightFixtures.open(WeightFixtures.file(name))) {
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
        try (var file = NpzFile.open(TestData.file("pretrained/opus-toy-en-deu+fra/opus.spm.transformer.npz"))) {
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

    private static void assertRefused(Path file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightFixtures.open(file).close())
                .withMessage(message.replace("FILE", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.safetensors", "none.bin", "none.npz", "model.bin"})
    void refusesWhatIsNotThere(String name) {
        assertRefused(folder.resolve(name), "there is no file FILE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text.safetensors|FILE is not a safetensors file, or is cut short: its header should have 8030046917602012751"
                        + " bytes, the whole file has 16",
                "text.bin|FILE is not a file that torch.save wrote, or is damaged",
                "text.npz|FILE is no zip file, or is cut short or damaged: zip END header not found",
                "model.bin|FILE has CTranslate2's binary version 1701015119, versions 2 to 6 are read",
            })
    void refusesWhatIsInAnotherFormat(String name, String message) throws IOException {
        assertRefused(Files.writeString(folder.resolve(name), "Once upon a time"), message);
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
