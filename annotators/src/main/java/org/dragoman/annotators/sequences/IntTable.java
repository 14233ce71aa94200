package org.dragoman.annotators.sequences;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An immutable map from numbers to numbers of 0 or more: open addressing in two arrays. */
final class IntTable {
    /** What {@link #get} returns for a key that is not there. */
    static final int NONE = -1;

    private final int[] keys;
    private final int[] values; // NONE where the slot is free
    private final int mask;
    private final int size;

    private IntTable(int size) {
        var capacity = Math.max(4, Integer.highestOneBit(Math.max(1, size)) * 4); // at most half full
        this.keys = new int[capacity];
        this.values = new int[capacity];
        this.mask = capacity - 1;
        this.size = size;
        Arrays.fill(values, NONE);
    }

    /** A copy of a map with values of 0 or more. */
    static IntTable of(Map<Integer, Integer> map) {
        var table = new IntTable(map.size());
        map.forEach(table::put);
        return table;
    }

    private void put(int key, int value) {
        var slot = key & mask;
        while (values[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** The value of a key, or {@link #NONE}. */
    int get(int key) {
        var slot = key & mask;
        while (values[slot] != NONE) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    int size() {
        return size;
    }

    private TreeMap<Integer, Integer> sorted() {
        var sorted = new TreeMap<Integer, Integer>();
        for (var slot = 0; slot < keys.length; slot++) {
            if (values[slot] != NONE) {
                sorted.put(keys[slot], values[slot]);
            }
        }
        return sorted;
    }

    /** Writes the keys in order, each as the distance from the one before, and the values. */
    void writeTo(DataOutputStream out) throws IOException {
        var sorted = sorted();
        writeKeys(out, sorted.keySet());
        for (var value : sorted.values()) {
            Varint.write(out, value);
        }
    }

    /** Writes numbers that come in order. */
    static void writeKeys(DataOutputStream out, Set<Integer> sorted) throws IOException {
        out.writeInt(sorted.size());
        var last = (long) Integer.MIN_VALUE;
        for (var key : sorted) {
            Varint.write(out, key - last);
            last = key;
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException if it can't have been written so
     */
    static IntTable read(DataInputStream in) throws IOException {
        var sorted = readKeys(in);
        var table = new IntTable(sorted.length);
        for (var key : sorted) {
            table.put(key, Varint.checked(Varint.read(in), "a value of a table"));
        }
        return table;
    }

    /** Reads what {@link #writeKeys} wrote. */
    static int[] readKeys(DataInputStream in) throws IOException {
        var sorted = new int[Varint.checked(in.readInt(), "the size of a table")];
        var last = (long) Integer.MIN_VALUE;
        for (var i = 0; i < sorted.length; i++) {
            var distance = Varint.read(in);
            last += distance;
            sorted[i] = (int) last;
            if (last != sorted[i] || i > 0 && distance == 0) {
                throw new IOException("it is damaged: the keys of a table are not in order");
            }
        }
        return sorted;
    }
}
