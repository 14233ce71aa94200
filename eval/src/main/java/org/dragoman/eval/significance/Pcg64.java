package org.dragoman.eval.significance;

/**
 * The random numbers of NumPy's {@code default_rng(seed)}, so that samples equal those that Python's tools draw: PCG XSL RR 128/64 (O'Neill
 * 2014), seeded by NumPy's SeedSequence. Not thread safe.
 */
final class Pcg64 {
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;
    private static final int ROTATION_SHIFT = 58;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private final long incrementHigh;
    private final long incrementLow;
    private long high; // of the state of 128 bits
    private long low;
    private boolean hasWord; // the upper half of the last number is still to be used
    private int word;

    /** Begins the sequence of a seed, 0 or more. */
    Pcg64(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("a seed must be 0 or more, got " + seed);
        }
        var state = SeedSequence.state(seed);
        incrementHigh = state[2] << 1 | state[3] >>> 63;
        incrementLow = state[3] << 1 | 1;
        step();
        add(state[0], state[1]);
        step();
    }

    private void step() {
        var product = low * MULTIPLIER_LOW;
        high = unsignedHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low = product;
        add(incrementHigh, incrementLow);
    }

    private void add(long addendHigh, long addendLow) {
        low += addendLow;
        high += addendHigh + (Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0);
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** The next 64 bits. */
    long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> ROTATION_SHIFT));
    }

    /** The next 32 bits: the lower half of a number, then its upper. */
    int nextInt() {
        if (hasWord) {
            hasWord = false;
            return word;
        }
        var next = nextLong();
        hasWord = true;
        word = (int) (next >>> Integer.SIZE);
        return (int) next;
    }

    /** As {@code rng.choice(bound, size, replace=True)}: indices from 0 to below {@code bound} (Lemire 2019, algorithm 5). */
    int[] indices(int bound, int size) {
        var indices = new int[size];
        for (var i = 0; bound > 1 && i < size; i++) {
            indices[i] = index(bound);
        }
        return indices;
    }

    private int index(int bound) {
        var product = (nextInt() & LOW_WORD) * bound;
        if ((product & LOW_WORD) < bound) {
            var threshold = (LOW_WORD - (bound - 1)) % bound;
            while ((product & LOW_WORD) < threshold) {
                product = (nextInt() & LOW_WORD) * bound;
            }
        }
        return (int) (product >>> Integer.SIZE);
    }
}
