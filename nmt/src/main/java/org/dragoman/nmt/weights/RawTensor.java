package org.dragoman.nmt.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * A tensor whose bare numbers lie somewhere in row-major order.
 *
 * @param where the file and the tensor's name, for messages
 * @param content opens the bytes of exactly this tensor
 */
record RawTensor(String name, String where, StoredType type, ByteOrder order, long[] shape, Content content)
        implements StoredTensor {

    /** Most numbers that are handed on at a time, as {@link StoredTensor#read} promises. */
    static final int CHUNK = 1 << 16;

    /** Opens the bytes of a tensor, from its first number on. */
    @FunctionalInterface
    interface Content {
        ReadableByteChannel open() throws IOException;
    }

    /**
     * Returns how many bytes the tensor has.
     *
     * @throws IllegalArgumentException if the number is beyond 2^63
     */
    static long bytes(StoredType type, long[] shape, String where) {
        try {
            return Math.multiplyExact(Arrays.stream(shape).reduce(1, Math::multiplyExact), type.bytes());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(where + " is too large: shape " + Arrays.toString(shape), e);
        }
    }

    @Override
    public void read(FloatSink sink) {
        var places = places();
        if (places == 0) {
            return;
        }
        var row = shape.length == 0 ? 1 : shape[shape.length - 1];
        var most = (int) Math.min(places, CHUNK);
        var bytes = ByteBuffer.allocateDirect(most * type.bytes()).order(order);
        var room = new float[type == StoredType.F32 ? 0 : most];
        try (var channel = content.open()) {
            for (var first = 0L; first < places; ) {
                var wholeRows = CHUNK / row * row;
                var count = (int) Math.min(places - first, wholeRows > 0 ? wholeRows : untilRowEnd(first, row));
                fill(bytes.clear().limit(count * type.bytes()), channel);
                sink.accept(first, type.floats(bytes, room));
                first += count;
            }
        } catch (ZipException | EOFException e) {
            throw new IllegalArgumentException(where + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + where + ": " + e.getMessage(), e);
        }
    }

    private static long untilRowEnd(long first, long row) {
        return Math.min(CHUNK, row - first % row);
    }

    private void fill(ByteBuffer bytes, ReadableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IllegalArgumentException(where + " is cut short: it should have " + bytes(type, shape, where)
                        + " bytes with shape " + Arrays.toString(shape));
            }
        }
        bytes.flip();
    }
}
