package org.dragoman.nmt.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the merges of {@link Bpe} from counted words, with the very result of subword-nmt 0.3, ties included.
 *
 * <p>The most frequent pair of neighbours is merged, over and over; of equally frequent ones the last in code point order. Only the words
 * that have the pair are looked at, by an index, and counts are changed by what the merge changed.
 *
 * <p>One difference is left: in a word that has Unicode white space inside, such as a no-break space, subword-nmt sees a
 * border between symbols that isn't there.
 *
 * <p>An object holds settings only and is safe for use by many threads.
 */
public final class BpeLearner {
    /** Pairs are merged while they occur this often, as in subword-nmt. */
    public static final int DEFAULT_MINIMUM_FREQUENCY = 2;

    private final int merges;
    private final int minimumFrequency;

    /**
     * @param merges merges to learn at most, 0 or more
     * @param minimumFrequency occurrences below which a pair isn't merged any more, 1 or more
     */
    public BpeLearner(int merges, int minimumFrequency) {
        if (merges < 0) {
            throw new IllegalArgumentException("the number of merges must be 0 or more, got " + merges);
        }
        if (minimumFrequency < 1) {
            throw new IllegalArgumentException("the minimum frequency must be at least 1, got " + minimumFrequency);
        }
        this.merges = merges;
        this.minimumFrequency = minimumFrequency;
    }

    /**
     * Learns from words and how often each occurs; the order of the map has no influence.
     *
     * @return the merges; fewer than asked for where the words have no more frequent pairs
     * @throws IllegalArgumentException if a word has a blank or line break, or a count is below 1
     */
    public Bpe learn(Map<String, Long> counts) {
        var state = new State();
        counts.forEach(state::add);
        return new Bpe(state.learn());
    }

    /** One word as symbols, and its count. */
    private static final class Word {
        private final long count;
        private int[] symbols;

        Word(int[] symbols, long count) {
            this.symbols = symbols;
            this.count = count;
        }
    }

    private final class State {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<Word> words = new ArrayList<>();
        private final PairCounts pairs = new PairCounts(names);

        void add(String word, long count) {
            if (word.isEmpty() || count < 1 || word.chars().anyMatch(c -> c == ' ' || c == '\n' || c == '\r')) {
                throw new IllegalArgumentException(
                        "a word to learn from has characters, no blank or line break, and a count of at least 1, got \"%s\" with %d"
                                .formatted(word, count));
            }
            var points = word.codePoints().toArray();
            var symbols = new int[points.length];
            for (int i = 0; i < points.length; i++) {
                var text = Character.toString(points[i]);
                symbols[i] = intern(i == points.length - 1 ? text + Bpe.END_OF_WORD : text);
            }
            for (int i = 1; i < symbols.length; i++) {
                pairs.add(symbols[i - 1], symbols[i], words.size(), count);
            }
            words.add(new Word(symbols, count));
        }

        List<Bpe.Merge> learn() {
            var learnt = new ArrayList<Bpe.Merge>();
            while (learnt.size() < merges) {
                var best = pairs.mostFrequent(minimumFrequency);
                if (best.isEmpty()) {
                    break;
                }
                merge(best.get());
                learnt.add(new Bpe.Merge(
                        names.get(best.get().left()), names.get(best.get().right())));
            }
            return learnt;
        }

        private void merge(PairCounts.Pair pair) {
            int symbol = intern(names.get(pair.left()) + names.get(pair.right()));
            for (int index : pair.takeWords()) {
                var word = words.get(index);
                var before = word.symbols;
                word.symbols = replace(before, pair, symbol);
                if (word.symbols.length < before.length) {
                    forget(before, pair, word.count);
                    count(word.symbols, symbol, index, word.count);
                }
            }
            pair.clear();
        }

        /** Takes away the pairs that a merge breaks: the one that ends and the one that starts with the merged. */
        private void forget(int[] symbols, PairCounts.Pair pair, long count) {
            int i = 0;
            while (i < symbols.length - 1) {
                if (!isAt(symbols, i, pair)) {
                    i++;
                    continue;
                }
                if (i > 0) {
                    pairs.remove(symbols[i - 1], symbols[i], count);
                }
                if (i < symbols.length - 2 && !isAt(symbols, i + 2, pair)) { // else the next round takes it away
                    pairs.remove(symbols[i + 1], symbols[i + 2], count);
                }
                i += 2;
            }
        }

        /** Adds the pairs around each new symbol; a pair of two new ones once. */
        private void count(int[] symbols, int merged, int word, long count) {
            for (int i = 0; i < symbols.length; i++) {
                if (symbols[i] != merged) {
                    continue;
                }
                if (i > 0) {
                    pairs.add(symbols[i - 1], merged, word, count);
                }
                if (i < symbols.length - 1 && symbols[i + 1] != merged) {
                    pairs.add(merged, symbols[i + 1], word, count);
                }
            }
        }

        private int intern(String symbol) {
            var known = ids.get(symbol);
            if (known != null) {
                return known;
            }
            ids.put(symbol, names.size());
            names.add(symbol);
            return names.size() - 1;
        }
    }

    private static boolean isAt(int[] symbols, int i, PairCounts.Pair pair) {
        return i < symbols.length - 1 && symbols[i] == pair.left() && symbols[i + 1] == pair.right();
    }

    private static int[] replace(int[] symbols, PairCounts.Pair pair, int merged) {
        var replaced = new int[symbols.length];
        int size = 0;
        for (int i = 0; i < symbols.length; i++) {
            boolean found = isAt(symbols, i, pair);
            replaced[size++] = found ? merged : symbols[i];
            i += found ? 1 : 0;
        }
        return Arrays.copyOf(replaced, size);
    }
}
