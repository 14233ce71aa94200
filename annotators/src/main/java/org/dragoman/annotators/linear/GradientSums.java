package org.dragoman.annotators.linear;

import java.util.Arrays;

/** The sums of gradients and of their squares for each pair of feature and class, from which a weight follows at any time. */
final class GradientSums {
    private static final float OFFSET = 1e-2f; // keeps the first steps small

    private final LinearSettings settings;
    private final IntCounts counts;
    private long[] keys = new long[1 << 18];
    private float[] sums = new float[1 << 18];
    private float[] squares = new float[1 << 18];
    private int size;
    private long steps;

    GradientSums(LinearSettings settings, IntCounts counts) {
        this.settings = settings;
        this.counts = counts;
    }

    static int hashOf(long key) {
        return (int) (key >>> 16);
    }

    static int classOf(long key) {
        return (int) (key & 0xFFFF);
    }

    private static long key(int hash, int label) {
        return (hash & 0xFFFFFFFFL) << 16 | label;
    }

    /** Begins the next case. */
    void step() {
        steps++;
    }

    /** Adds a gradient, unless the feature is rare. */
    void add(int hash, int label, float gradient) {
        if (counts.of(hash) < settings.cutoff()) {
            return;
        }
        if (2 * size > keys.length) {
            grow();
        }
        var key = key(hash, label);
        var place = place(keys, key);
        if (keys[place] == 0) {
            keys[place] = key;
            size++;
        }
        sums[place] += gradient;
        squares[place] += gradient * gradient;
    }

    float weight(int hash, int label) {
        return weightAt(place(keys, key(hash, label)));
    }

    float weightOf(long key) {
        return weightAt(place(keys, key));
    }

    /** Equation 24 of the paper, with the L1 penalty lambda. */
    private float weightAt(int place) {
        var excess = Math.abs(sums[place]) - settings.penalty() * steps;
        if (excess <= 0) {
            return 0;
        }
        var size = settings.rate() * excess / (OFFSET + Math.sqrt(squares[place]));
        return (float) (sums[place] > 0 ? -size : size);
    }

    long[] sortedKeys() {
        return Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
    }

    private static int place(long[] keys, long key) {
        var mask = keys.length - 1;
        var place = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        var newKeys = new long[2 * keys.length];
        var newSums = new float[2 * keys.length];
        var newSquares = new float[2 * keys.length];
        for (var i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                var place = place(newKeys, keys[i]);
                newKeys[place] = keys[i];
                newSums[place] = sums[i];
                newSquares[place] = squares[i];
            }
        }
        keys = newKeys;
        sums = newSums;
        squares = newSquares;
    }
}
