package org.dragoman.nmt.sentencepiece;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The rules of a model that replace characters: strings of bytes, and what each becomes.
 *
 * <p>Layout, little endian: 4 bytes length of the trie, the trie, the replacements in UTF-8, each with a zero byte at its end. The trie is a
 * double array of the Darts-clone library with units of 32 bits: a label in the bits 0 to 7, a flag for a value in bit 8, the offset to
 * the children in the bits 10 to 30, times 256 if bit 9 is set; or, where bit 31 is set, the value, which is the place of the replacement.
 */
final class CharacterMap {
    private static final int VALUE_FLAG = 1 << 31;
    private static final int LABEL = VALUE_FLAG | 0xFF;

    private final int[] units;
    private final byte[] replacements;

    /** @throws DamagedModelException if the sizes or values can't be */
    CharacterMap(byte[] map) {
        var in = ByteBuffer.wrap(map).order(ByteOrder.LITTLE_ENDIAN);
        if (map.length <= Integer.BYTES) {
            throw new DamagedModelException("its character map has only " + map.length + " bytes");
        }
        long size = Integer.toUnsignedLong(in.getInt());
        if (size == 0 || size % Integer.BYTES != 0 || size >= in.remaining()) {
            throw new DamagedModelException(
                    "the trie of its character map has " + size + " bytes, but the map has " + map.length);
        }
        units = new int[(int) (size / Integer.BYTES)];
        in.asIntBuffer().get(units);
        in.position(in.position() + (int) size);
        replacements = new byte[in.remaining()];
        in.get(replacements);
        requireReplacements();
    }

    private void requireReplacements() {
        if (replacements[replacements.length - 1] != 0) {
            throw new DamagedModelException("the last replacement of its character map has no end");
        }
        for (int unit : units) {
            if (unit < 0 && (unit ^ VALUE_FLAG) >= replacements.length) {
                throw new DamagedModelException("a rule of its character map points to byte " + (unit ^ VALUE_FLAG)
                        + " of the replacements, which have " + replacements.length);
            }
        }
    }

    /** Finds the longest rule for the bytes from {@code from} on. Returns whether there is one; {@code found} then knows it. */
    boolean find(byte[] text, int from, int to, Replacement found) {
        int longest = from;
        int value = 0;
        int node = offset(units[0]);
        for (int i = from; i < to; i++) {
            node ^= text[i] & 0xFF;
            if (node >= units.length || (units[node] & LABEL) != (text[i] & 0xFF)) {
                break;
            }
            boolean hasValue = (units[node] >>> 8 & 1) == 1;
            node ^= offset(units[node]);
            if (hasValue && node < units.length) {
                longest = i + 1;
                value = units[node] & ~VALUE_FLAG;
            }
        }
        if (longest == from || value >= replacements.length) {
            return false;
        }
        found.set(replacements, value, end(value), longest - from);
        return true;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }

    private int end(int start) {
        int end = start;
        while (replacements[end] != 0) {
            end++;
        }
        return end;
    }
}
