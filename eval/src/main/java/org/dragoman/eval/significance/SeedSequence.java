package org.dragoman.eval.significance;

/** NumPy's SeedSequence (after O'Neill 2015, "Developing a seed_seq alternative"): spreads a small seed over the state of a generator. */
final class SeedSequence {
    private static final int POOL = 4;
    private static final int WORDS = 8;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULTIPLIER_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULTIPLIER_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;
    private static final int SHIFT = 16;

    private int constant = INIT_A;

    private SeedSequence() {}

    /** Four numbers of 64 bits. */
    static long[] state(long seed) {
        return generate(new SeedSequence().pool(seed));
    }

    private int[] pool(long seed) {
        var pool = new int[POOL];
        var entropy = new int[] {(int) seed, (int) (seed >>> Integer.SIZE), 0, 0};
        for (var i = 0; i < POOL; i++) {
            pool[i] = hash(entropy[i]);
        }
        for (var source = 0; source < POOL; source++) {
            for (var target = 0; target < POOL; target++) {
                if (source != target) {
                    pool[target] = mix(pool[target], hash(pool[source]));
                }
            }
        }
        return pool;
    }

    private int hash(int value) {
        var hashed = value ^ constant;
        constant *= MULTIPLIER_A;
        hashed *= constant;
        return hashed ^ hashed >>> SHIFT;
    }

    private static int mix(int left, int right) {
        var mixed = MIX_LEFT * left - MIX_RIGHT * right;
        return mixed ^ mixed >>> SHIFT;
    }

    private static long[] generate(int[] pool) {
        var state = new long[WORDS / 2];
        var constant = INIT_B;
        for (var i = 0; i < WORDS; i++) {
            var word = pool[i % POOL] ^ constant;
            constant *= MULTIPLIER_B;
            word *= constant;
            word ^= word >>> SHIFT;
            state[i / 2] |= Integer.toUnsignedLong(word) << (i % 2) * Integer.SIZE; // the lower half first
        }
        return state;
    }
}
