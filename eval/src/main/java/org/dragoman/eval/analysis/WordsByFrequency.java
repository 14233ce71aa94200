package org.dragoman.eval.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How well words of about the same frequency are translated, counted as in compare-mt (Neubig et al. 2019): a word of a hypothesis is right
 * if its reference has it, as often as the reference has it.
 *
 * @param from lowest frequency of the group
 * @param to highest frequency of the group; {@link Integer#MAX_VALUE} in the last
 * @param matches words of hypotheses that their references have
 * @param hypothesis words of hypotheses
 * @param reference words of references
 */
public record WordsByFrequency(int from, int to, long matches, long hypothesis, long reference) {
    /** Highest frequencies of groups for a test set of some thousand lines. */
    public static final List<Integer> BOUNDS = List.of(1, 2, 5, 10, 100, 1000);

    /** Share of the hypotheses' words that are right, 0 to 1; NaN if there is none. */
    public double precision() {
        return (double) matches / hypothesis;
    }

    /** Share of the references' words that were found, 0 to 1; NaN if there is none. */
    public double recall() {
        return (double) matches / reference;
    }

    /** Harmonic mean of precision and recall, 0 to 1; NaN where there is no word. */
    public double f1() {
        return 2.0 * matches / (hypothesis + reference);
    }

    /** Such as {@code 3-5}, {@code 1} or {@code 1001+}. */
    public String label() {
        if (to == Integer.MAX_VALUE) {
            return from + "+";
        }
        return from == to ? Integer.toString(from) : from + "-" + to;
    }

    /**
     * Groups words by how often the references have them; a word that no reference has belongs to the first group, with frequency 0.
     *
     * @param hypotheses tokens of each line
     * @param references tokens of each line, as many lines
     * @param bounds the highest frequency of each group but the last, growing
     */
    public static List<WordsByFrequency> of(
            List<List<String>> hypotheses, List<List<String>> references, List<Integer> bounds) {
        if (hypotheses.size() != references.size()) {
            throw new IllegalArgumentException("there must be a reference for each of the " + hypotheses.size()
                    + " hypotheses, got " + references.size());
        }
        var frequencies = new HashMap<String, Integer>();
        references.forEach(line -> line.forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        var counts = new long[bounds.size() + 1][3];
        for (var i = 0; i < hypotheses.size(); i++) {
            count(
                    hypotheses.get(i),
                    references.get(i),
                    word -> group(frequencies.getOrDefault(word, 0), bounds),
                    counts);
        }
        var groups = new ArrayList<WordsByFrequency>();
        for (var i = 0; i < counts.length; i++) {
            var from = i == 0 ? 0 : bounds.get(i - 1) + 1;
            var to = i == bounds.size() ? Integer.MAX_VALUE : bounds.get(i);
            groups.add(new WordsByFrequency(from, to, counts[i][0], counts[i][1], counts[i][2]));
        }
        return groups;
    }

    private static void count(
            List<String> hypothesis, List<String> reference, ToIntFunction<String> group, long[][] counts) {
        var left = new HashMap<String, Integer>();
        for (var word : reference) {
            left.merge(word, 1, Integer::sum);
            counts[group.applyAsInt(word)][2]++;
        }
        for (var word : hypothesis) {
            var ofGroup = counts[group.applyAsInt(word)];
            ofGroup[1]++;
            ofGroup[0] += take(word, left) ? 1 : 0;
        }
    }

    private static boolean take(String word, Map<String, Integer> left) {
        var count = left.getOrDefault(word, 0);
        left.put(word, count - 1);
        return count > 0;
    }

    private static int group(int frequency, List<Integer> bounds) {
        var group = 0;
        while (group < bounds.size() && frequency > bounds.get(group)) {
            group++;
        }
        return group;
    }
}
