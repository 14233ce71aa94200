package org.dragoman.annotators.models;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers in as few bytes as they need: seven bits a byte, the lowest first; the top bit says that more follow. */
public final class PackedNumbers {
    private PackedNumbers() {}

    /** Writes a number, which is taken as unsigned: one to ten bytes. */
    public static void write(DataOutput out, long number) throws IOException {
        var rest = number;
        while (rest >>> 7 != 0) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it has more than 64 bits
     */
    public static long read(DataInput in) throws IOException {
        var number = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            var next = in.readUnsignedByte();
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new IOException("it is damaged: a number has more than 64 bits");
    }
}
