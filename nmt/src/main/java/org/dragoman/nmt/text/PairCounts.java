package org.dragoman.nmt.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * How often each pair of neighbouring symbols occurs, and in which words, while merges are learnt.
 *
 * <p>The most frequent is found by a queue that isn't told when a count falls: an entry whose pair has become rarer goes
 * back to where it belongs when its turn comes. A pair whose count grows gets a new entry.
 */
final class PairCounts {
    private final List<String> names;
    private final Map<Long, Pair> pairs = new HashMap<>();
    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final List<Pair> grown = new ArrayList<>();

    /** One pair of symbols, by number. */
    static final class Pair {
        private final int left;
        private final int right;
        private long count;
        private boolean isGrown;
        private int[] words = new int[1];
        private int size;

        private Pair(int left, int right) {
            this.left = left;
            this.right = right;
        }

        int left() {
            return left;
        }

        int right() {
            return right;
        }

        /** Hands out, once, all words that have the pair; maybe repeatedly, and with some that have it no more. */
        int[] takeWords() {
            var taken = Arrays.copyOf(words, size);
            size = 0;
            return taken;
        }

        /** Says that the pair is merged wherever it was. */
        void clear() {
            count = 0;
        }

        private void add(int word) {
            if (size > 0 && words[size - 1] == word) {
                return;
            }
            if (size == words.length) {
                words = Arrays.copyOf(words, 2 * size);
            }
            words[size++] = word;
        }
    }

    /** A pair with the count that it had when it was put in the queue. */
    private final class Entry implements Comparable<Entry> {
        private final Pair pair;
        private final long count;

        private Entry(Pair pair) {
            this.pair = pair;
            this.count = pair.count;
        }

        /** The more frequent first; of equal ones the last in the order of the left, then of the right symbol. */
        @Override
        public int compareTo(Entry other) {
            int order = Long.compare(other.count, count);
            order = order != 0 ? order : compare(other.pair.left, pair.left);
            return order != 0 ? order : compare(other.pair.right, pair.right);
        }

        private int compare(int symbol, int other) {
            return CodePointOrder.CODE_POINTS.compare(names.get(symbol), names.get(other));
        }
    }

    /**
     * @param names texts of the symbols by number, for ties; may grow
     */
    PairCounts(List<String> names) {
        this.names = names;
    }

    /** Counts a pair {@code count} times more, in a word. */
    void add(int left, int right, int word, long count) {
        var pair = pair(left, right);
        pair.count += count;
        pair.add(word);
        if (!pair.isGrown) {
            pair.isGrown = true;
            grown.add(pair);
        }
    }

    /** Counts a pair {@code count} times less. */
    void remove(int left, int right, long count) {
        pair(left, right).count -= count;
    }

    private Pair pair(int left, int right) {
        return pairs.computeIfAbsent((long) left << 32 | right, key -> new Pair(left, right));
    }

    /** Returns the most frequent pair, to be merged and cleared; empty if none occurs as often as {@code minimum}, 1 or more. */
    Optional<Pair> mostFrequent(long minimum) {
        for (var pair : grown) {
            pair.isGrown = false;
            queue.add(new Entry(pair));
        }
        grown.clear();
        while (!queue.isEmpty() && queue.element().count >= minimum) {
            var entry = queue.remove();
            if (entry.count == entry.pair.count) {
                return Optional.of(entry.pair);
            }
            if (entry.count > entry.pair.count) {
                queue.add(new Entry(entry.pair));
            }
        }
        return Optional.empty();
    }
}
