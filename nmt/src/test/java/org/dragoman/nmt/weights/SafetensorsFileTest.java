package org.dragoman.nmt.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a file has that an array of bytes has not; the format itself is tested with {@code Safetensors}. */
class SafetensorsFileTest {

    @TempDir
    Path folder;

    /** A file that takes no room on the disk but at its ends: a header, a hole, and some bytes at the end. */
    private Path sparse(long headerLength, String header, long size, byte... end) throws IOException {
        var file = folder.resolve("sparse.safetensors");
        var start = ByteBuffer.allocate(8 + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .flip();
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(start);
            channel.write(ByteBuffer.wrap(end), size - end.length);
        }
        return file;
    }

    @Test
    void readsBehindTwoGibibytes() throws IOException {
        var gap = 5L << 30;
        var header = "{\"gap\":{\"dtype\":\"U8\",\"shape\":[5,1073741824],\"data_offsets\":[0,%d]},".formatted(gap)
                + "\"last\":{\"dtype\":\"I8\",\"shape\":[3],\"data_offsets\":[%d,%d]}}".formatted(gap, gap + 3);
        var path = sparse(header.length(), header, 8 + header.length() + gap + 3, (byte) 1, (byte) -2, (byte) 3);
        try (var file = SafetensorsFile.open(path)) {
            assertThat(file.tensors().get("last").toFloats()).containsExactly(1, -2, 3);
            assertThat(file.tensors().get("gap").places()).isEqualTo(gap);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> file.tensors().get("gap").toFloats())
                    .withMessage("tensor 'gap' has 5368709120 values, more than a Java array holds");
        }
    }

    @Test
    void refusesAHeaderThatIsLongerThanTheFormatAllows() throws IOException {
        var path = sparse(100_000_001, "{}", 200_000_000, (byte) 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsFile.open(path).close())
                .withMessage(path + ": the header has 100000001 bytes, the format allows 100000000");
    }

    @Test
    void refusesNotesThatAreNoTexts() {
        var header = "{\"__metadata__\":{\"a\":1}}";
        var content = ByteBuffer.allocate(8 + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsFile.of(content.array(), "w.safetensors"))
                .withMessage("w.safetensors: __metadata__ 'a' must be a text, got 1");
    }

    @Test
    void cannotBeReadAfterItWasClosed() {
        var file = SafetensorsFile.open(WeightFixtures.file("all.safetensors"));
        file.close();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> file.tensors().get("base").toFloats())
                .withMessageStartingWith("cannot read " + WeightFixtures.file("all.safetensors") + ": tensor 'base'");
    }
}
