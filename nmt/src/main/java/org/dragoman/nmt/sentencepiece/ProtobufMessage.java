package org.dragoman.nmt.sentencepiece;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one message in the wire format of Protocol Buffers (protobuf.dev, "Encoding"), read in order and never beyond its bytes.
 *
 * <p>{@link #next} goes to a field; then one of the reading methods takes its value, or {@link #skip} passes over it.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int field;
    private int wireType;

    ProtobufMessage(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtobufMessage(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Goes to the next field. Returns false where the message ends. */
    boolean next() {
        if (position == end) {
            return false;
        }
        long key = readVarint();
        wireType = (int) (key & 7);
        if (key >>> 3 == 0 || key >>> 32 != 0) {
            throw new DamagedModelException("a field has the number " + (key >>> 3) + " before byte " + position);
        }
        field = (int) (key >>> 3);
        return true;
    }

    /** The number of the field; the name of its value in the message's definition. */
    int field() {
        return field;
    }

    boolean flag() {
        return integer() != 0;
    }

    /** The value of a field of an integer or enumerated type. */
    long integer() {
        require(VARINT);
        return readVarint();
    }

    float decimal() {
        require(FIXED_32);
        int start = advance(Float.BYTES);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(start);
    }

    byte[] bytes() {
        require(BYTES);
        int length = length();
        int start = advance(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    String text() {
        require(BYTES);
        int length = length();
        int start = advance(length);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new DamagedModelException(
                    "the " + length + " bytes of text from byte " + start + " are not UTF-8", e);
        }
    }

    ProtobufMessage message() {
        require(BYTES);
        int length = length();
        int start = advance(length);
        return new ProtobufMessage(bytes, start, start + length);
    }

    /** Passes over the value of a field that no one asks for. */
    void skip() {
        switch (wireType) {
            case VARINT -> readVarint();
            case FIXED_64 -> advance(Long.BYTES);
            case BYTES -> advance(length());
            case FIXED_32 -> advance(Integer.BYTES);
            default ->
                throw new DamagedModelException(
                        "field " + field + " before byte " + position + " has the unknown wire type " + wireType);
        }
    }

    private void require(int expected) {
        if (wireType != expected) {
            throw new DamagedModelException("field " + field + " before byte " + position + " has the wire type "
                    + wireType + ", expected " + expected);
        }
    }

    private int length() {
        long length = readVarint();
        if (length < 0 || length > end - position) {
            throw new DamagedModelException("field " + field + " has " + Long.toUnsignedString(length)
                    + " bytes from byte " + position + ", but its message ends at byte " + end);
        }
        return (int) length;
    }

    private long readVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[advance(1)];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedModelException("a number before byte " + position + " has more than 10 bytes");
    }

    /** Takes bytes and returns where they start. */
    private int advance(int count) {
        if (count > end - position) {
            throw new DamagedModelException("a value of " + count + " bytes starts at byte " + position
                    + ", but its message ends at byte " + end);
        }
        int start = position;
        position += count;
        return start;
    }
}
