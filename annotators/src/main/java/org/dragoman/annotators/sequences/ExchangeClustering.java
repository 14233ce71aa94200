package org.dragoman.annotators.sequences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups words that stand beside like words: the classes that make a class bigram model of a text likeliest, found by moving one word after
 * the other to the class where it fits best (Kneser and Ney 1993; Martin, Liermann and Ney 1998, section 3).
 */
final class ExchangeClustering {
    private final List<String> words; // the most frequent first; number 0 is the border of a sentence
    private final int[][] before; // pairs of a neighbour's number and how often it stands before
    private final int[][] behind;
    private final int[] counts;
    private final int classes;
    private final int[] classOf;
    private final int[][] bigrams; // class, class behind
    private final long[] sizes;

    private ExchangeClustering(List<String> words, int[][] before, int[][] behind, int[] counts, int classes) {
        this.words = words;
        this.before = before;
        this.behind = behind;
        this.counts = counts;
        this.classes = classes;
        this.classOf = new int[words.size()];
        this.bigrams = new int[classes][classes];
        this.sizes = new long[classes];
    }

    /**
     * Groups the words of sentences.
     *
     * @param leastCount words that are rarer are left out, and their neighbours count as having none there
     * @param classes how many classes, one of them for the border of a sentence alone
     * @param rounds how often each word may move
     * @return the class of each word
     */
    static Map<String, Integer> cluster(List<List<String>> sentences, int leastCount, int classes, int rounds) {
        var clustering = of(sentences, leastCount, classes);
        clustering.begin();
        for (var round = 0; round < rounds; round++) {
            if (clustering.round() == 0) {
                break;
            }
        }
        var result = new LinkedHashMap<String, Integer>();
        for (var word = 1; word < clustering.words.size(); word++) {
            result.put(clustering.words.get(word), clustering.classOf[word]);
        }
        return result;
    }

    private static ExchangeClustering of(List<List<String>> sentences, int leastCount, int classes) {
        var words = vocabulary(sentences, leastCount);
        var numbers = new HashMap<String, Integer>();
        words.forEach(word -> numbers.put(word, numbers.size()));
        var pairs = new HashMap<Long, Integer>();
        var counts = new int[words.size()];
        for (var sentence : sentences) {
            var last = 0;
            for (var word : sentence) {
                var number = numbers.getOrDefault(word, -1);
                count(pairs, counts, last, number);
                last = number;
            }
            count(pairs, counts, last, 0);
        }
        return new ExchangeClustering(
                words, neighbours(pairs, words.size(), false), neighbours(pairs, words.size(), true), counts, classes);
    }

    private static void count(Map<Long, Integer> pairs, int[] counts, int first, int second) {
        if (second >= 0) {
            counts[second]++;
        }
        if (first >= 0 && second >= 0) {
            pairs.merge((long) first << 32 | second, 1, Integer::sum);
        }
    }

    private static List<String> vocabulary(List<List<String>> sentences, int leastCount) {
        var counts = new HashMap<String, Integer>();
        sentences.forEach(sentence -> sentence.forEach(word -> counts.merge(word, 1, Integer::sum)));
        var words = new ArrayList<>(counts.keySet());
        words.removeIf(word -> counts.get(word) < leastCount);
        words.sort((a, b) -> counts.get(a).equals(counts.get(b)) ? a.compareTo(b) : counts.get(b) - counts.get(a));
        words.add(0, "");
        return words;
    }

    private static int[][] neighbours(Map<Long, Integer> pairs, int words, boolean behind) {
        var lists = new int[words][];
        var ends = new int[words];
        pairs.forEach((pair, count) -> ends[(int) (behind ? pair >> 32 : pair)] += 2);
        for (var word = 0; word < words; word++) {
            lists[word] = new int[ends[word]];
        }
        Arrays.fill(ends, 0);
        pairs.forEach((pair, count) -> {
            var first = (int) (pair >> 32);
            var second = (int) (long) pair;
            var word = behind ? first : second;
            lists[word][ends[word]++] = behind ? second : first;
            lists[word][ends[word]++] = count;
        });
        return lists;
    }

    /** Deals the words out, the border to class 0 and the others in turn. */
    private void begin() {
        for (var word = 0; word < classOf.length; word++) {
            classOf[word] = word == 0 ? 0 : 1 + (word - 1) % (classes - 1);
            sizes[classOf[word]] += counts[word];
        }
        for (var word = 0; word < classOf.length; word++) {
            for (var i = 0; i < behind[word].length; i += 2) {
                bigrams[classOf[word]][classOf[behind[word][i]]] += behind[word][i + 1];
            }
        }
    }

    /** Lets each word move once, and returns how many did. */
    private int round() {
        var moved = 0;
        for (var word = 1; word < classOf.length; word++) {
            moved += move(word) ? 1 : 0;
        }
        return moved;
    }

    private boolean move(int word) {
        var from = classOf[word];
        var left = byClass(before[word], word);
        var right = byClass(behind[word], word);
        var self = self(word);
        shift(word, from, left, right, self, -1);
        var best = from;
        var most = gain(word, from, left, right, self) + 1e-9;
        for (var to = 1; to < classes; to++) {
            var gain = to == from ? Double.NEGATIVE_INFINITY : gain(word, to, left, right, self);
            if (gain > most) {
                most = gain;
                best = to;
            }
        }
        shift(word, best, left, right, self, 1);
        classOf[word] = best;
        return best != from;
    }

    /** Pairs of a class and how often words of it are neighbours; the word itself is left out. */
    private int[] byClass(int[] neighbours, int word) {
        var sums = new int[classes];
        var different = 0;
        for (var i = 0; i < neighbours.length; i += 2) {
            if (neighbours[i] != word) {
                different += sums[classOf[neighbours[i]]] == 0 ? 1 : 0;
                sums[classOf[neighbours[i]]] += neighbours[i + 1];
            }
        }
        var pairs = new int[2 * different];
        var end = 0;
        for (var c = 0; c < classes; c++) {
            if (sums[c] > 0) {
                pairs[end++] = c;
                pairs[end++] = sums[c];
            }
        }
        return pairs;
    }

    private int self(int word) {
        for (var i = 0; i < behind[word].length; i += 2) {
            if (behind[word][i] == word) {
                return behind[word][i + 1];
            }
        }
        return 0;
    }

    private void shift(int word, int to, int[] left, int[] right, int self, int sign) {
        for (var i = 0; i < left.length; i += 2) {
            bigrams[left[i]][to] += sign * left[i + 1];
        }
        for (var i = 0; i < right.length; i += 2) {
            bigrams[to][right[i]] += sign * right[i + 1];
        }
        bigrams[to][to] += sign * self;
        sizes[to] += sign * (long) counts[word];
    }

    /** What the log likelihood gains, up to a constant, if the word, which is in no class now, goes to a class. */
    private double gain(int word, int to, int[] left, int[] right, int self) {
        var gain = 0.0;
        var inside = self;
        for (var i = 0; i < left.length; i += 2) {
            if (left[i] == to) {
                inside += left[i + 1];
            } else {
                gain += more(bigrams[left[i]][to], left[i + 1]);
            }
        }
        for (var i = 0; i < right.length; i += 2) {
            if (right[i] == to) {
                inside += right[i + 1];
            } else {
                gain += more(bigrams[to][right[i]], right[i + 1]);
            }
        }
        return gain + more(bigrams[to][to], inside) - 2 * more(sizes[to], counts[word]);
    }

    private static double more(long count, long additional) {
        return additional == 0 ? 0 : timesLog(count + additional) - timesLog(count);
    }

    private static double timesLog(long count) {
        return count < TIMES_LOG.length ? TIMES_LOG[(int) count] : count * Math.log(count);
    }

    private static final double[] TIMES_LOG = new double[1 << 16];

    static {
        for (var count = 1; count < TIMES_LOG.length; count++) {
            TIMES_LOG[count] = count * Math.log(count);
        }
    }
}
