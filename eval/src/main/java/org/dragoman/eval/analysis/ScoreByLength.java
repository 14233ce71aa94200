package org.dragoman.eval.analysis;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.Statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The score of lines of about the same length.
 *
 * @param from shortest length of the group, in words
 * @param to longest length of the group; {@link Integer#MAX_VALUE} in the last
 * @param lines how many lines the group has
 * @param score of these lines; empty where there is none
 */
public record ScoreByLength(int from, int to, int lines, Optional<Score> score) {
    /** The longest lengths of groups that papers on long sentences use; a last group has what is longer. */
    public static final List<Integer> TENS = List.of(10, 20, 30, 40, 50);

    /** The same for corpora of short sentences. */
    public static final List<Integer> FIVES = List.of(5, 10, 15, 20, 25);

    /** Such as {@code 11-20} or {@code 51+}. */
    public String label() {
        return to == Integer.MAX_VALUE ? from + "+" : from + "-" + to;
    }

    /** Whether a line of so many words belongs here. */
    public boolean contains(int length) {
        return from <= length && length <= to;
    }

    /**
     * Groups the lines of a system by length.
     *
     * @param lengths one a line, such as the words of its source
     * @param counts with those of each line
     * @param bounds the longest length of each group but the last, growing
     */
    public static <S extends Statistics<S>, R extends Score> List<ScoreByLength> of(
            List<Integer> lengths, MetricCounts<S, R> counts, List<Integer> bounds) {
        if (lengths.size() != counts.lines().size()) {
            throw new IllegalArgumentException("there must be a length for each of the "
                    + counts.lines().size() + " lines, got " + lengths.size());
        }
        var groups = new ArrayList<ScoreByLength>();
        for (var i = 0; i <= bounds.size(); i++) {
            var from = i == 0 ? 0 : bounds.get(i - 1) + 1;
            var to = i == bounds.size() ? Integer.MAX_VALUE : bounds.get(i);
            groups.add(group(lengths, counts, from, to));
        }
        return groups;
    }

    private static <S extends Statistics<S>, R extends Score> ScoreByLength group(
            List<Integer> lengths, MetricCounts<S, R> counts, int from, int to) {
        var lines = 0;
        var sum = Optional.<S>empty();
        for (var i = 0; i < lengths.size(); i++) {
            if (lengths.get(i) >= from && lengths.get(i) <= to) {
                var line = counts.lines().get(i);
                sum = Optional.of(sum.map(before -> before.plus(line)).orElse(line));
                lines++;
            }
        }
        return new ScoreByLength(from, to, lines, sum.map(counts.metric()::score));
    }

    /** Words of each text, divided by white space. */
    public static List<Integer> words(List<String> texts) {
        return texts.stream()
                .map(text -> (int) Arrays.stream(text.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .count())
                .toList();
    }
}
