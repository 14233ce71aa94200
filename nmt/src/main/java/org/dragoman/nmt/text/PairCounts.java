package org.dragoman.nmt.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each pair of neighbouring symbols occurs, and in which words, while merges are learnt.
 *
 * <p>Only frequent pairs are watched, so that the search for the most frequent looks at few. A pair below the threshold
 * is set aside with its count. When no watched pair reaches the threshold, all are watched again and the threshold is
 * lowered. A pair that is set aside and changes is watched again with the change alone: a loss is settled when it is next set
 * aside, but a gain then replaces the count, as in subword-nmt.
 */
final class PairCounts {
    private static final int STEPS_BETWEEN_PRUNINGS = 100;

    private final List<String> names;
    private final Map<Long, Pair> pairs = new HashMap<>();
    private final List<Pair> watched = new ArrayList<>();
    private double threshold;

    /** One pair; the count is the change since it was set aside where it has been. */
    static final class Pair {
        private final int left;
        private final int right;
        private long count;
        private long countAside;
        private boolean isWatched;
        private Map<Integer, Integer> words = new HashMap<>();

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

        long count() {
            return count;
        }

        /** Hands out the words that have the pair, with occurrences in each, and starts with none again. */
        Map<Integer, Integer> takeWords() {
            var taken = words;
            words = new HashMap<>();
            return taken;
        }
    }

    /**
     * @param names texts of the symbols by number, for ties; may grow
     */
    PairCounts(List<String> names) {
        this.names = names;
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    void add(int left, int right, int word, long count) {
        change(left, right, word, 1, count);
    }

    void remove(int left, int right, int word, long count) {
        change(left, right, word, -1, -count);
    }

    private void change(int left, int right, int word, int occurrences, long count) {
        var pair = pairs.computeIfAbsent((long) left << 32 | right, key -> new Pair(left, right));
        if (!pair.isWatched) {
            pair.isWatched = true;
            pair.count = 0;
            watched.add(pair);
        }
        pair.count += count;
        pair.words.merge(word, occurrences, Integer::sum);
    }

    /** Ends the counting of the untouched words. */
    void start() {
        watched.forEach(pair -> pair.countAside = pair.count);
        threshold = watched.stream().mapToLong(Pair::count).max().orElse(0) / 10.0;
    }

    /**
     * Returns the most frequent pair; of equal ones the last in the order of left, then right symbol.
     *
     * @param step merges done so far
     */
    Pair mostFrequent(int step) {
        if (!watched.isEmpty()) {
            var best = best();
            if (step == 0 || best.count >= threshold) {
                return best;
            }
        }
        setRareAside();
        watchAll();
        var best = best();
        threshold = best.count * step / (step + 10_000.0);
        setRareAside();
        return best;
    }

    /** Ends a step in which {@code merged} was merged. */
    void finish(Pair merged, int step) {
        merged.count = 0;
        if (step % STEPS_BETWEEN_PRUNINGS == 0) {
            setRareAside();
        }
    }

    private Pair best() {
        var best = watched.get(0);
        for (var pair : watched) {
            if (pair.count > best.count || pair.count == best.count && isAfter(pair, best)) {
                best = pair;
            }
        }
        return best;
    }

    private boolean isAfter(Pair pair, Pair other) {
        int left = CodePointOrder.CODE_POINTS.compare(names.get(pair.left), names.get(other.left));
        return left != 0
                ? left > 0
                : CodePointOrder.CODE_POINTS.compare(names.get(pair.right), names.get(other.right)) > 0;
    }

    private void setRareAside() {
        watched.removeIf(pair -> {
            boolean rare = pair.count < threshold;
            if (rare) {
                pair.countAside = pair.count < 0 ? pair.countAside + pair.count : pair.count;
                pair.isWatched = false;
            }
            return rare;
        });
    }

    private void watchAll() {
        watched.clear();
        for (var pair : pairs.values()) {
            pair.isWatched = true;
            pair.count = pair.countAside;
            watched.add(pair);
        }
    }
}
