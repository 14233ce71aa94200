package org.dragoman.nmt.sentencepiece;

import java.util.Arrays;

/**
 * Numbers by byte strings, found byte by byte. All nodes are entries of one hash table: the key is a node and a byte, the value the node
 * that the byte leads to. After the last {@link #put} any number of threads may read.
 *
 * <p>A node and a byte make an {@code int}, so there may be 2^24 nodes: no problem, as a model's file has fewer bytes than that.
 */
final class ByteTrie {
    /** The node of the empty string. */
    static final int ROOT = 0;

    /** No node, or no number. */
    static final int NONE = -1;

    private int[] keys = new int[1 << 10];
    private int[] children = new int[keys.length]; // 0 where the place is free, since nothing leads to the root
    private int[] numbers = {NONE};
    private int nodes = 1;

    /** Returns the node that a byte leads to, or {@link #NONE}. */
    int child(int node, byte next) {
        int child = children[place(node << 8 | next & 0xFF)];
        return child == 0 ? NONE : child;
    }

    /** Returns the number of the string that ends at a node, or {@link #NONE}. */
    int number(int node) {
        return numbers[node];
    }

    /** Returns the number of a string, or {@link #NONE}. */
    int find(byte[] text, int from, int to) {
        int node = ROOT;
        for (int i = from; i < to && node != NONE; i++) {
            node = child(node, text[i]);
        }
        return node == NONE ? NONE : numbers[node];
    }

    /** Returns where the longest string that the text has at {@code from} ends; {@code from} if it has none there. */
    int longest(byte[] text, int from, int to) {
        int end = from;
        int node = ROOT;
        for (int i = from; i < to; i++) {
            node = child(node, text[i]);
            if (node == NONE) {
                break;
            }
            end = numbers[node] == NONE ? end : i + 1;
        }
        return end;
    }

    /** Gives a string its number, 0 or more, unless it has one. Returns whether it had none. */
    boolean put(byte[] text, int number) {
        int node = ROOT;
        for (byte next : text) {
            node = grow(node << 8 | next & 0xFF);
        }
        boolean isNew = numbers[node] == NONE;
        numbers[node] = isNew ? number : numbers[node];
        return isNew;
    }

    private int grow(int key) {
        int place = place(key);
        if (children[place] != 0) {
            return children[place];
        }
        if (nodes == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * nodes);
            Arrays.fill(numbers, nodes, numbers.length, NONE);
        }
        keys[place] = key;
        children[place] = nodes++;
        int child = children[place];
        if (2 * nodes > keys.length) {
            rehash();
        }
        return child;
    }

    private void rehash() {
        int[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new int[2 * oldKeys.length];
        children = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldChildren[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                children[place] = oldChildren[i];
            }
        }
    }

    /** Where a key is, or the free place where it would be. */
    private int place(int key) {
        int hash = key * 0x9E3779B9; // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4)
        int place = hash >>> Integer.numberOfLeadingZeros(keys.length) + 1;
        while (children[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }
}
