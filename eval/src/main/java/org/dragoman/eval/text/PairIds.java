package org.dragoman.eval.text;

/** Numbers pairs of non-negative integers from 0 in the order in which they are added: a hash table without boxes. */
final class PairIds {
    private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio: Knuth, volume 3, section 6.4

    private final long[] keys;
    private final int[] numbers; // id + 1; 0 where the slot is free
    private final int shift;
    private int size;

    /** A table for at most {@code capacity} different pairs. */
    PairIds(int capacity) {
        var slots = Integer.highestOneBit(Math.max(capacity, 1)) * 4; // at most half full
        keys = new long[slots];
        numbers = new int[slots];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
    }

    /** How many different pairs there are. */
    int size() {
        return size;
    }

    /** The number of a pair, which is added if it is new. */
    int add(int first, int second) {
        var slot = slot(first, second);
        if (numbers[slot] == 0) {
            keys[slot] = key(first, second);
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    /** The number of a pair, or -1 if it was not added. */
    int find(int first, int second) {
        return numbers[slot(first, second)] - 1;
    }

    private int slot(int first, int second) {
        var key = key(first, second);
        var slot = (int) (key * SPREAD >>> shift);
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private static long key(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }
}
