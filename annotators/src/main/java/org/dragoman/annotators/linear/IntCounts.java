package org.dragoman.annotators.linear;

/** Counts of numbers other than 0. */
final class IntCounts {
    private int[] keys = new int[1 << 16];
    private int[] counts = new int[1 << 16];
    private int size;

    void add(int key) {
        if (2 * size > keys.length) {
            grow();
        }
        var place = place(keys, key);
        if (keys[place] == 0) {
            keys[place] = key;
            size++;
        }
        counts[place]++;
    }

    int of(int key) {
        return counts[place(keys, key)];
    }

    private static int place(int[] keys, int key) {
        var mask = keys.length - 1;
        var place = key & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        var newKeys = new int[2 * keys.length];
        var newCounts = new int[2 * keys.length];
        for (var i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                var place = place(newKeys, keys[i]);
                newKeys[place] = keys[i];
                newCounts[place] = counts[i];
            }
        }
        keys = newKeys;
        counts = newCounts;
    }
}
