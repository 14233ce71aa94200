package org.dragoman.annotators.linear;

import java.util.Arrays;

/**
 * The features of one case, each reduced to 32 bits: a template's number and whatever texts and numbers fill it.
 *
 * <pre>{@code
 * features.clear();
 * features.start(SUFFIX).with(word, word.length() - 3, word.length()).end();
 * features.start(TAG).with(tag).end();
 * }</pre>
 *
 * <p>Hashes are the same on every machine, since they stand in model files. With a million features about a hundred share their
 * hash with another. Made once and used for many cases, since it grows to what the largest needs; not safe for use by several threads.
 */
public final class Features {
    private static final int PRIME = 0x01000193; // of the FNV hash
    private static final int SEPARATOR = 0x1F;

    private int[] hashes = new int[64];
    private int size;
    private int hash;

    /** Forgets all features. */
    public void clear() {
        size = 0;
    }

    /**
     * Begins a feature.
     *
     * @param template tells features of different kinds apart that are filled with the same values
     */
    public Features start(int template) {
        hash = (template + 1) * 0x9E3779B1;
        return this;
    }

    /** Fills in a text. */
    public Features with(CharSequence text) {
        return with(text, 0, text.length());
    }

    /** Fills in the part of a text from {@code start} to before {@code end}. */
    public Features with(CharSequence text, int start, int end) {
        for (var i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ SEPARATOR) * PRIME;
        return this;
    }

    /** Fills in a number. */
    public Features with(int value) {
        hash = (hash ^ value) * PRIME;
        hash = (hash ^ hash >>> 15) * PRIME;
        return this;
    }

    /** Ends the feature and adds it. */
    public void end() {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = mixed(hash);
    }

    /** Number of features. */
    public int size() {
        return size;
    }

    /** The hash of a feature, never 0. */
    int hash(int index) {
        return hashes[index];
    }

    /** A copy of all hashes, in the order in which they were added. */
    public int[] toArray() {
        return Arrays.copyOf(hashes, size);
    }

    /** The last step of MurmurHash3, so that similar features spread over the table; 0 marks an empty place there. */
    private static int mixed(int value) {
        var h = value;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        h ^= h >>> 16;
        return h == 0 ? 1 : h;
    }
}
