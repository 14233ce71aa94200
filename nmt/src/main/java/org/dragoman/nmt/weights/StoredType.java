package org.dragoman.nmt.weights;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.ToDoubleFunction;

/** How a number is stored. */
public enum StoredType {
    /** IEEE 754 binary64; read as the nearest float. */
    F64(8, true, ByteBuffer::getDouble),
    /** IEEE 754 binary32. */
    F32(4, true, ByteBuffer::getFloat),
    /** IEEE 754 binary16. */
    F16(2, true, bytes -> Half.toFloat(bytes.getShort())),
    /** The upper half of a binary32: its range with 8 significant bits. */
    BF16(2, true, bytes -> Float.intBitsToFloat(bytes.getShort() << 16)),
    /** Signed integers of 64 bits; exact as floats up to 2^24. */
    I64(8, false, ByteBuffer::getLong),
    /** Signed integers of 32 bits; exact as floats up to 2^24. */
    I32(4, false, ByteBuffer::getInt),
    /** Signed integers of 16 bits. */
    I16(2, false, ByteBuffer::getShort),
    /** Signed bytes. */
    I8(1, false, ByteBuffer::get),
    /** Unsigned bytes. */
    U8(1, false, bytes -> bytes.get() & 0xff),
    /** Truth values, a byte each. */
    BOOL(1, false, bytes -> bytes.get() == 0 ? 0 : 1);

    private final int bytes;
    private final boolean floating;
    private final ToDoubleFunction<ByteBuffer> next;

    StoredType(int bytes, boolean floating, ToDoubleFunction<ByteBuffer> next) {
        this.bytes = bytes;
        this.floating = floating;
        this.next = next;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether fractions can be stored. */
    public boolean isFloating() {
        return floating;
    }

    /**
     * The numbers in {@code source}, in its byte order, as floats; the result shares the memory of one of the two.
     *
     * @param room as long as there are numbers, or longer
     */
    FloatBuffer floats(ByteBuffer source, float[] room) {
        if (this == F32) {
            return source.asFloatBuffer();
        }
        var count = source.remaining() / bytes;
        for (var i = 0; i < count; i++) {
            room[i] = (float) next.applyAsDouble(source);
        }
        return FloatBuffer.wrap(room, 0, count);
    }
}
