package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Files with random damage are read or refused, and nothing else happens. The system property {@code dragoman.fuzz} says how many damaged files
 * are made of each good one.
 */
class DamagedFilesTest {

    private static final int ROUNDS = Integer.getInteger("dragoman.fuzz", 100);
    private static final long MOST_PLACES = 100_000;

    /** Numbers that sizes, offsets and lengths go wrong with. */
    private static final List<Long> EXTREMES =
            List.of(0L, 1L, -1L, 0x7fffffffL, 0x80000000L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40);

    @TempDir
    Path folder;

    static Stream<String> files() {
        return Stream.concat(
                TensorFileTest.files(),
                Stream.of("../ctranslate2/marian-int8/model.bin", "../ctranslate2/onmt-v3/model.bin"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void areReadOrRefused(String name) throws IOException {
        var whole = WeightFixtures.bytes(name);
        var random = new Random(name.hashCode());
        var file = folder.resolve(Path.of(name).getFileName()); // its name says how it is opened
        var refused = 0;
        for (var round = 0; round < ROUNDS; round++) {
            Files.write(file, damaged(whole, random));
            var start = System.nanoTime();
            if (!reads(file, name + " in round " + round)) {
                refused++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(refused).isGreaterThan(ROUNDS / 10); // damage of the numbers themselves goes unnoticed
    }

    private static boolean reads(Path file, String description) {
        try (var opened = WeightFixtures.open(file)) {
            opened.tensors().values().stream()
                    .filter(tensor -> tensor.places() <= MOST_PLACES) // an expanded view may claim any size
                    .forEach(StoredTensor::toFloats);
            return true;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            assertThat(e).as(description).hasMessageContaining(file.toString());
            return false;
        } catch (RuntimeException | Error e) {
            return fail(description, e);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var damaged = random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        var changes = 1 + random.nextInt(4);
        for (var i = 0; i < changes && damaged.length > 8; i++) {
            change(damaged, random);
        }
        return damaged;
    }

    private static void change(byte[] bytes, Random random) {
        var place = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 400));
        var target = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var extreme = EXTREMES.get(random.nextInt(EXTREMES.size()));
        switch (random.nextInt(7)) {
            case 0 -> bytes[place] = (byte) random.nextInt();
            case 1 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            case 2 ->
                bytes[place] =
                        "0123456789-[]{}(),:\". ctRQ}]ubse".getBytes(StandardCharsets.US_ASCII)[random.nextInt(32)];
            case 3 -> target.putLong(Math.min(place, bytes.length - 8), extreme);
            case 4 -> target.putInt(Math.min(place, bytes.length - 4), extreme.intValue());
            case 5 -> target.putShort(Math.min(place, bytes.length - 2), extreme.shortValue());
            default -> {
                var from = random.nextInt(bytes.length);
                var count = Math.min(1 + random.nextInt(40), bytes.length - Math.max(from, place));
                System.arraycopy(bytes, from, bytes, place, count);
            }
        }
    }
}
