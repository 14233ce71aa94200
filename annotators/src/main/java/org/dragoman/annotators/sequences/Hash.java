package org.dragoman.annotators.sequences;

/**
 * Names of features as 32-bit numbers: a name is never stored, only its hash. Two of a hundred thousand features have the same number with
 * a chance of about one in a million each, which costs less than names would.
 */
final class Hash {
    private static final int FIRST = 0xCC9E2D51; // constants of MurmurHash3 (Appleby, public domain)
    private static final int SECOND = 0x1B873593;

    private Hash() {}

    /** The hash of two numbers in this order. */
    static int mix(int hash, int value) {
        var k = Integer.rotateLeft(value * FIRST, 15) * SECOND;
        var h = Integer.rotateLeft(hash ^ k, 13) * 5 + 0xE6546B64;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** The hash of three numbers in this order. */
    static int mix(int hash, int value, int next) {
        return mix(mix(hash, value), next);
    }

    /** The hash of a stretch of text. */
    static int of(CharSequence text, int start, int end) {
        var hash = end - start;
        for (var i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193; // FNV-1a over UTF-16 units
        }
        return mix(hash, end - start);
    }

    /** The hash of a text. */
    static int of(CharSequence text) {
        return of(text, 0, text.length());
    }
}
