package org.dragoman.nmt.sentencepiece;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in UTF-8 whose bytes know their places. Not changed any more once it is filled.
 *
 * <p>A surrogate without partner is the byte 0xFF, which no UTF-8 has, so that it is malformed here as well.
 */
final class Utf8Text {
    private static final byte MALFORMED = (byte) 0xFF;

    private byte[] bytes;
    private int[] origins;
    private int length;

    /** An empty text with room for some bytes. */
    Utf8Text(int capacity) {
        bytes = new byte[capacity];
        origins = new int[capacity + 1];
    }

    /** The text of a string; the places are those of its UTF-16 units. */
    static Utf8Text of(String string) {
        var text = new Utf8Text(string.length() + 16);
        for (int i = 0; i < string.length(); ) {
            int codePoint = string.codePointAt(i);
            text.appendCodePoint(codePoint, i);
            i += Character.charCount(codePoint);
        }
        text.end(string.length());
        return text;
    }

    private void appendCodePoint(int c, int origin) {
        if (c < 0x80) {
            append((byte) c, origin);
        } else if (c < 0x800) {
            append((byte) (0xC0 | c >> 6), origin);
            append(trail(c), origin);
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            append(MALFORMED, origin);
        } else if (c < 0x10000) {
            append((byte) (0xE0 | c >> 12), origin);
            append(trail(c >> 6), origin);
            append(trail(c), origin);
        } else {
            append((byte) (0xF0 | c >> 18), origin);
            append(trail(c >> 12), origin);
            append(trail(c >> 6), origin);
            append(trail(c), origin);
        }
    }

    private static byte trail(int c) {
        return (byte) (0x80 | c & 0x3F);
    }

    void append(byte next, int origin) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length + 16);
            origins = Arrays.copyOf(origins, bytes.length + 1);
        }
        bytes[length] = next;
        origins[length++] = origin;
    }

    /** Appends bytes that all come from the same place. */
    void append(byte[] source, int from, int to, int origin) {
        for (int i = from; i < to; i++) {
            append(source[i], origin);
        }
    }

    /** Says which place follows the last byte. */
    void end(int origin) {
        origins[length] = origin;
    }

    /** Takes bytes from the end. */
    void truncate(int newLength) {
        length = newLength;
    }

    /** The bytes, {@link #length} of them; more may follow. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** The place that a byte comes from; after the last byte, the place that follows. */
    int origin(int index) {
        return origins[index];
    }

    boolean endsWith(byte[] suffix) {
        return length >= suffix.length
                && Arrays.equals(bytes, length - suffix.length, length, suffix, 0, suffix.length);
    }

    /** Returns a part as a string. */
    String substring(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
