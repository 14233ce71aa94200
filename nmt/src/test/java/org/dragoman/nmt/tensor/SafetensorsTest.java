package org.dragoman.nmt.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import org.dragoman.nmt.tensor.Safetensors.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The files in {@code safetensors/} were written by the format's own library; see {@code safetensors_fixtures.py}. */
class SafetensorsTest {

    private static byte[] resource(String name) {
        try (var in = SafetensorsTest.class.getResourceAsStream("/safetensors/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What f32.safetensors and f16.safetensors hold. */
    private static Map<String, Weights> weights(float tenth) {
        var weights = new LinkedHashMap<String, Weights>();
        weights.put("bias", new Weights(new long[] {8}, new float[] {
            0, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 65504, 0x1p-14f, 0x1p-24f, tenth
        }));
        weights.put("empty", new Weights(new long[] {0, 3}, new float[0]));
        weights.put("weight", new Weights(new long[] {2, 3}, new float[] {-0.25f, -0.125f, 0, 0.125f, 0.25f, 0.375f}));
        return weights;
    }

    private static byte[] file(String header, int dataBytes) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    private static void assertRefused(byte[] content, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.decode(content, "w.safetensors"))
                .withMessage(message);
    }

    // ---------------------------------------------------------------------------------------------- what is right

    /** 0.1 as a half is 1638.5 / 16384, to even 0x2e66. */
    @Test
    void readsWhatTheReferenceLibraryWrote() {
        assertThat(Safetensors.decode(resource("f32.safetensors"), "f32")).isEqualTo(weights(0.1f));
        assertThat(Safetensors.decode(resource("f16.safetensors"), "f16")).isEqualTo(weights(0.0999755859375f));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void writesTheBytesOfTheReferenceLibrary(Precision precision) {
        assertThat(SafetensorsBytes.ofWeights(weights(0.1f), precision))
                .isEqualTo(resource(precision.name().toLowerCase(Locale.ROOT) + ".safetensors"));
    }

    @Test
    void writesMoreThanOneChunk() {
        try (var parameters = new Parameters(1)) {
            parameters.make("large", Initializer.normal(1), 3, 50_001);
            parameters.make("small", Initializer.normal(1), 4);
            var written = SafetensorsBytes.of(parameters.byName(), Precision.F32);
            assertThat(Safetensors.decode(written, "test")).isEqualTo(parameters.weights());
        }
    }

    @Test
    void readsMixedTypesAnyOrderAndNamesAndSkipsMetadata() {
        var mixed = Safetensors.decode(resource("mixed.safetensors"), "mixed");
        assertThat(mixed).containsOnlyKeys("half", "scalar", "gr\u00f6\u00dfe");
        assertThat(mixed.get("half")).isEqualTo(new Weights(new long[] {2}, new float[] {1.5f, -2.25f}));
        assertThat(mixed.get("scalar")).isEqualTo(new Weights(new long[0], new float[] {0.75f}));
        assertThat(mixed.get("gr\u00f6\u00dfe")).isEqualTo(new Weights(new long[] {2, 1}, new float[] {3, -4}));
    }

    @Test
    void floatsSurviveBitForBit() {
        var random = new Random(1);
        var values = new float[5000];
        for (var i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        var weights = Map.of("a", new Weights(new long[] {50, 100}, values));
        var read = Safetensors.decode(SafetensorsBytes.ofWeights(weights, Precision.F32), "test");
        assertThat(read.get("a").shape()).containsExactly(50, 100);
        for (var i = 0; i < values.length; i++) {
            assertThat(Float.floatToIntBits(read.get("a").values()[i])).isEqualTo(Float.floatToIntBits(values[i]));
        }
    }

    @Test
    void halvesSurviveWithinTheirPrecision() {
        var values = new float[1000];
        var random = new Random(2);
        for (var i = 0; i < values.length; i++) {
            values[i] = 4 * random.nextFloat() - 2;
        }
        var weights = Map.of("a", new Weights(new long[] {1000}, values));
        var read = Safetensors.decode(SafetensorsBytes.ofWeights(weights, Precision.F16), "test");
        for (var i = 0; i < values.length; i++) {
            assertThat(Math.abs(read.get("a").values()[i] - values[i]))
                    .isLessThanOrEqualTo(Math.abs(values[i]) / 2048 + 0x1p-25f);
        }
    }

    @Test
    void anEmptyMapIsAFileToo() {
        assertThat(Safetensors.decode(SafetensorsBytes.ofWeights(Map.of(), Precision.F32), "test"))
                .isEmpty();
    }

    @Test
    void readsWeightsBackInTheOrderOfTheHeader() {
        assertThat(Safetensors.decode(SafetensorsBytes.ofWeights(weights(0.1f), Precision.F16), "test")
                        .keySet())
                .containsExactly("bias", "empty", "weight");
    }

    // ---------------------------------------------------------------------------------------------- what is wrong

    @Test
    void refusesAFileThatIsTooShortForAHeader() {
        assertRefused(new byte[5], "w.safetensors is not a safetensors file: it has 5 bytes, expected at least 8");
        assertRefused(
                new byte[8],
                "w.safetensors is not a safetensors file, or is cut short: its header should have 0 bytes, the whole file has 8");
    }

    @Test
    void refusesAFileThatWasCutShort() {
        var whole = resource("f32.safetensors");
        assertRefused(
                Arrays.copyOf(whole, 100),
                "w.safetensors is not a safetensors file, or is cut short: its header should have 184 bytes, the whole file has 100");
        assertRefused(
                Arrays.copyOf(whole, whole.length - 1),
                "w.safetensors: the tensors should have 56 bytes together, the file has 55");
        assertRefused(
                Arrays.copyOf(whole, whole.length + 1),
                "w.safetensors: the tensors should have 56 bytes together, the file has 57");
    }

    @Test
    void refusesAHeaderLengthBeyondAnyFile() {
        var content = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE)
                .array();
        assertRefused(
                content,
                "w.safetensors is not a safetensors file, or is cut short: "
                        + "its header should have 9223372036854775807 bytes, the whole file has 16");
    }

    @Test
    void refusesAHeaderThatIsNoJsonObject() {
        assertRefused(file("[1]", 0), "w.safetensors: the header is not a JSON object");
        assertRefused(file("   ", 0), "w.safetensors: the header is not a JSON object");
        var notUtf8 = file("{\"xx\":1}", 0);
        notUtf8[10] = (byte) 0xff;
        assertRefused(notUtf8, "w.safetensors: the header is not UTF-8");
        for (var header : new String[] {"{\"a", "hello", "{} {}", "{\"a\":{},\"a\":{}}", "[".repeat(5000)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Safetensors.decode(file(header, 0), "w.safetensors"))
                    .withMessageStartingWith("w.safetensors: the header is not JSON: ");
        }
    }

    @Test
    void refusesTypesThatItDoesNotRead() {
        assertRefused(
                resource("integers.safetensors"),
                "w.safetensors: tensor 'ids' should hold floating-point numbers, holds I64");
        assertRefused(
                file("{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 4),
                "w.safetensors: tensor 'a' has type none, can be read: [F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL]");
        assertRefused(
                file("{\"a\":7}", 0),
                "w.safetensors: tensor 'a' has type none, can be read: [F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[-1]           | [0,4]   | shape must be a list of whole numbers from 0, got [-1]",
                "[1.5]          | [0,4]   | shape must be a list of whole numbers from 0, got [1.5]",
                "[\"1\"]        | [0,4]   | shape must be a list of whole numbers from 0, got [\"1\"]",
                "{\"a\":1}      | [0,4]   | shape must be a list of whole numbers from 0, got {\"a\":1}",
                "[1e3]          | [0,4]   | shape must be a list of whole numbers from 0, got [1000.0]",
                "[99999999999999999999] | [0,4] | shape must be a list of whole numbers from 0, got [99999999999999999999]",
                "[1]            | [-4,0]  | data_offsets must be a list of whole numbers from 0, got [-4,0]",
                "[1]            | 4       | data_offsets must be a list of whole numbers from 0, got 4",
            })
    void refusesSizesAndPlacesThatAreNoNumbers(String shape, String offsets, String message) {
        assertRefused(
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", 4),
                "w.safetensors: tensor 'a': " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2]            | [0,4]   | with shape [2] needs 8 bytes, cannot lie at [0, 4]",
                "[1]            | [4,0]   | with shape [1] needs 4 bytes, cannot lie at [4, 0]",
                "[1]            | [0]     | with shape [1] needs 4 bytes, cannot lie at [0]",
                "[1]            | [0,2,4] | with shape [1] needs 4 bytes, cannot lie at [0, 2, 4]",
                "[1]            | [4,8]   | begins at byte 4 of the data, expected 0",
                "[3000000000]   | [0,4]   | with shape [3000000000] needs 12000000000 bytes, cannot lie at [0, 4]",
                "[4294967296,4294967296] | [0,0] | is too large: shape [4294967296, 4294967296]",
            })
    void refusesPlacesThatDoNotFit(String shape, String offsets, String message) {
        assertRefused(
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", 4),
                "w.safetensors: tensor 'a' " + message);
    }

    @Test
    void refusesTensorsThatShareBytesOrLeaveSome() {
        var one = "\"%s\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}";
        var a = one.formatted("a", 0, 4);
        assertRefused(
                file("{" + a + "," + one.formatted("b", 0, 4) + "}", 8),
                "w.safetensors: tensor 'b' begins at byte 0 of the data, expected 4");
        assertRefused(
                file("{" + a + "," + one.formatted("b", 8, 12) + "}", 12),
                "w.safetensors: tensor 'b' begins at byte 8 of the data, expected 4");
    }

    /** Every file is read or refused with an argument error; nothing takes memory that the file doesn't have. */
    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        var random = new Random(3);
        var whole =
                new byte[][] {resource("f32.safetensors"), resource("f16.safetensors"), resource("mixed.safetensors")};
        var refused = 0;
        for (var i = 0; i < 2000; i++) {
            var damaged = damage(whole[i % whole.length], random);
            try {
                var values = Safetensors.decode(damaged, "damaged").values().stream()
                        .mapToLong(weights -> weights.values().length)
                        .sum();
                assertThat(2 * values).isLessThanOrEqualTo(damaged.length);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith("damaged");
                refused++;
            } catch (RuntimeException e) {
                fail("file " + i + " " + new String(damaged, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertThat(refused).isBetween(1000, 1990); // damage in the data goes unnoticed
    }

    private static byte[] damage(byte[] whole, Random random) {
        var damaged = random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        var changes = 1 + random.nextInt(4);
        for (var i = 0; i < changes && damaged.length > 0; i++) {
            var place = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[place] = (byte) random.nextInt();
                case 1 -> damaged[place] ^= (byte) (1 << random.nextInt(8));
                case 2 -> damaged[place] = (byte) "0123456789-[]{},:\". ".charAt(random.nextInt(20));
                default ->
                    System.arraycopy(damaged, random.nextInt(damaged.length - place), damaged, 0, Math.min(8, place));
            }
        }
        return damaged;
    }
}
