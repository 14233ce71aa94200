package org.dragoman.nmt.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads little-endian numbers and texts one after the other, and never beyond the end. */
final class Cursor {

    private static final int BUFFER = 1 << 13;

    private final ByteSource source;
    private final String origin;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0).order(ByteOrder.LITTLE_ENDIAN);
    private long bufferEnd;

    Cursor(ByteSource source, String origin) {
        this.source = source;
        this.origin = origin;
    }

    /** The place of the next byte. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    int u8() throws IOException {
        require(1);
        return buffer.get() & 0xff;
    }

    int u16() throws IOException {
        require(2);
        return buffer.getShort() & 0xffff;
    }

    int i32() throws IOException {
        require(4);
        return buffer.getInt();
    }

    long u32() throws IOException {
        return i32() & 0xffffffffL;
    }

    long i64() throws IOException {
        require(8);
        return buffer.getLong();
    }

    /** A text of {@code length} bytes in UTF-8. */
    String text(int length) throws IOException {
        if (length < 0 || length > BUFFER) {
            throw new IllegalArgumentException(origin + ": a text at byte " + position() + " should have "
                    + (length & 0xffffffffL) + " bytes, at most " + BUFFER + " are read");
        }
        require(length);
        var bytes = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    origin + ": a text at byte " + (position() - length) + " is not UTF-8", e);
        }
    }

    /** Goes on {@code count} bytes further. */
    void skip(long count) throws IOException {
        var target = position() + count;
        if (count < 0 || target < 0 || target > source.size()) {
            throw cutShort(count);
        }
        buffer.limit(0);
        bufferEnd = target;
    }

    private void require(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        buffer.compact();
        while (buffer.position() < count) {
            var read = source.read(buffer, bufferEnd);
            if (read < 0) {
                buffer.flip();
                throw cutShort(count);
            }
            bufferEnd += read;
        }
        buffer.flip();
    }

    private IllegalArgumentException cutShort(long wanted) {
        return new IllegalArgumentException(origin + " is cut short or damaged: " + wanted
                + " bytes are expected at byte " + position() + ", the whole has " + source.size());
    }
}
