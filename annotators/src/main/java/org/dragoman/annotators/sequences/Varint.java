package org.dragoman.annotators.sequences;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Whole numbers of 0 or more in as few bytes as they need: seven bits a byte, the lowest first, the top bit set in all but the last. */
final class Varint {
    private Varint() {}

    static void write(DataOutputStream out, long value) throws IOException {
        var rest = value;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static long read(DataInputStream in) throws IOException {
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7) {
            var next = in.readUnsignedByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("it is damaged: a number has too many bytes");
    }

    /** Writes a number of either sign: 0, -1, 1, -2, ... become 0, 1, 2, 3, ... */
    static void writeSigned(DataOutputStream out, int value) throws IOException {
        write(out, Integer.toUnsignedLong(value << 1 ^ value >> 31));
    }

    static int readSigned(DataInputStream in) throws IOException {
        var value = (int) read(in);
        return value >>> 1 ^ -(value & 1);
    }

    /**
     * A number that must be one of 0 or more and fit an {@code int}, such as a length.
     *
     * @throws IOException if it isn't
     */
    static int checked(long value, String what) throws IOException {
        if (value < 0 || value > 100_000_000) {
            throw new IOException("it is damaged: " + what + " can't be " + value);
        }
        return (int) value;
    }
}
