package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files in {@code ctranslate2/} were written by the format's own library; see {@code ctranslate2_fixtures.py}. */
class CTranslate2FileTest {

    @TempDir
    Path folder;

    private static CTranslate2File fixture(String name) {
        return CTranslate2File.open(WeightFixtures.file("../ctranslate2/" + name + "/model.bin"));
    }

    /** Sizes as the script has them: 17 pieces, width 8, inner width 12. */
    @Test
    void readsNamesTypesShapesAndAliases() {
        try (var file = fixture("marian-int8")) {
            assertThat(file.specification()).isEqualTo("TransformerSpec");
            assertThat(file.aliases())
                    .containsEntry("decoder/projection/weight", "decoder/embeddings/weight")
                    .containsEntry("encoder/embeddings_0/weight", "decoder/embeddings/weight");
            assertTensor(file, "encoder/embeddings_0/weight", StoredType.I8, 17, 8);
            assertTensor(file, "decoder/embeddings/weight_scale", StoredType.F32, 17);
            assertTensor(file, "encoder/layer_1/ffn/linear_0/weight", StoredType.I8, 12, 8);
            assertTensor(file, "encoder/num_heads", StoredType.I16);
            assertThat(file.tensors().get("encoder/num_heads").toFloats()).containsExactly(2);
        }
        try (var file = fixture("marian-float16")) {
            assertTensor(file, "decoder/embeddings/weight", StoredType.F16, 17, 8);
        }
    }

    private static void assertTensor(TensorFile file, String name, StoredType type, long... shape) {
        assertThat(file.tensors().get(name).type()).as(name).isEqualTo(type);
        assertThat(file.tensors().get(name).shape()).as(name).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onmt-v3", "onmt-v4", "onmt-v5"})
    void everyVersionHoldsTheSame(String name) {
        try (var file = fixture(name);
                var newest = fixture("onmt-v6")) {
            assertThat(file.tensors().keySet()).isEqualTo(newest.tensors().keySet());
            file.tensors()
                    .forEach((key, tensor) -> assertThat(tensor.toFloats())
                            .as(key)
                            .isEqualTo(newest.tensors().get(key).toFloats()));
        }
    }

    // ---------------------------------------------------------------------------------------------- what is wrong

    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes int32(int value) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Bytes int8(int value) {
            out.write(value);
            return this;
        }

        Bytes text(String text) {
            int8(text.length() + 1).int8(0);
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return int8(0);
        }
    }

    private void assertRefused(Bytes content, String message) {
        var file = folder.resolve("model.bin");
        try {
            Files.write(file, content.out.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CTranslate2File.open(file).close())
                .withMessage(file + message);
    }

    private static Bytes start(int version, int variables) {
        return new Bytes().int32(version).text("TransformerSpec").int32(7).int32(variables);
    }

    @Test
    void refusesOtherVersions() {
        assertRefused(new Bytes().int32(1), " has CTranslate2's binary version 1, versions 2 to 6 are read");
        assertRefused(new Bytes().int32(7), " has CTranslate2's binary version 7, versions 2 to 6 are read");
    }

    @Test
    void refusesVariablesThatDoNotAddUp() {
        assertRefused(
                start(6, 1).text("a").int8(1).int32(3).int8(0).int32(8).int32(0).int32(0),
                ": variable 'a' of type F32 with shape [3] should have 12 bytes, has 8");
        assertRefused(
                start(6, 1).text("a").int8(0).int8(9).int32(8),
                ": variable 'a' has the type number 9, known are 0 to 5");
        assertRefused(
                start(2, 1).text("a").int8(0).int8(3).int32(1),
                ": variable 'a' has numbers of 3 bytes, known are 1, 2 and 4");
        assertRefused(
                start(6, 2)
                        .text("a")
                        .int8(0)
                        .int8(1)
                        .int32(1)
                        .int8(5)
                        .text("a")
                        .int8(0)
                        .int8(1)
                        .int32(1)
                        .int8(5),
                ": variable 'a' is there twice");
        assertRefused(
                start(6, 1).text("a").int8(0).int8(0).int32(4).int8(1),
                " is cut short or damaged: 4 bytes are expected at byte 40, the whole has 41");
    }

    @Test
    void refusesAnAliasOfNothing() {
        assertRefused(
                start(6, 0).int32(1).text("b").text("a"),
                ": the alias 'b' of 'a' names no variable, or one that is there");
    }
}
