package org.dragoman.eval.label;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often a label was given where another was right, and the scores that follow from it, equal to scikit-learn's (with zero_division=0).
 * Immutable.
 */
public final class ConfusionMatrix {
    private final SortedMap<String, SortedMap<String, Long>> counts; // gold, predicted
    private final SortedSet<String> labels;

    private ConfusionMatrix(SortedMap<String, SortedMap<String, Long>> counts) {
        this.counts = counts;
        labels = new TreeSet<>(counts.keySet());
        counts.values().forEach(row -> labels.addAll(row.keySet()));
    }

    /** Counts pairs of labels; the lists are as long as each other. */
    public static ConfusionMatrix of(List<String> gold, List<String> predicted) {
        if (gold.size() != predicted.size()) {
            throw new IllegalArgumentException("there must be a predicted label for each of the " + gold.size()
                    + " gold ones, got " + predicted.size());
        }
        return of(gold.iterator(), predicted.iterator());
    }

    /**
     * Counts pairs of labels, in memory for the different ones only.
     *
     * @throws IllegalArgumentException if one ends before the other, naming the number of the label
     */
    public static ConfusionMatrix of(Iterator<String> gold, Iterator<String> predicted) {
        var counts = new TreeMap<String, SortedMap<String, Long>>();
        var number = 0L;
        while (gold.hasNext() && predicted.hasNext()) {
            counts.computeIfAbsent(gold.next(), label -> new TreeMap<>()).merge(predicted.next(), 1L, Long::sum);
            number++;
        }
        if (gold.hasNext() || predicted.hasNext()) {
            throw new IllegalArgumentException("there is no " + (gold.hasNext() ? "predicted" : "gold")
                    + " label number " + (number + 1) + ", but the other side has one");
        }
        return new ConfusionMatrix(counts);
    }

    /** All labels, gold or predicted, sorted. */
    public SortedSet<String> labels() {
        return new TreeSet<>(labels);
    }

    /** How often {@code predicted} was given where {@code gold} was right. */
    public long count(String gold, String predicted) {
        return counts.getOrDefault(gold, new TreeMap<>()).getOrDefault(predicted, 0L);
    }

    /** Pairs counted. */
    public long total() {
        return labels.stream().mapToLong(this::gold).sum();
    }

    private long gold(String label) {
        return labels.stream().mapToLong(predicted -> count(label, predicted)).sum();
    }

    private long predicted(String label) {
        return labels.stream().mapToLong(gold -> count(gold, label)).sum();
    }

    private long correct() {
        return labels.stream().mapToLong(label -> count(label, label)).sum();
    }

    /** Share of right labels, 0 to 1; 0 if there is none at all. Micro-averaged precision, recall and F1 are the same. */
    public double accuracy() {
        var total = total();
        return total == 0 ? 0 : (double) correct() / total;
    }

    /** The counts of one label. */
    public Matches matches(String label) {
        return new Matches(count(label, label), predicted(label), gold(label));
    }

    /** The counts of each label, sorted by label. */
    public SortedMap<String, Matches> matches() {
        var matches = new TreeMap<String, Matches>();
        labels.forEach(label -> matches.put(label, matches(label)));
        return matches;
    }

    /** Scores in which each label counts alike. */
    public Average macro() {
        return Average.macro(matches().values());
    }

    /** Scores in which each label counts as often as it is right. */
    public Average weighted() {
        return Average.weighted(matches().values());
    }

    /** Matthews's correlation coefficient for any number of labels (Gorodkin 2004), -1 to 1; 0 if all of one side is the same label. */
    public double mcc() {
        var total = (double) total();
        var together = 0.0;
        var predictedSquares = 0.0;
        var goldSquares = 0.0;
        for (var label : labels) {
            together += (double) gold(label) * predicted(label);
            predictedSquares += Math.pow(predicted(label), 2);
            goldSquares += Math.pow(gold(label), 2);
        }
        var spread = (total * total - predictedSquares) * (total * total - goldSquares);
        return spread == 0 ? 0 : (correct() * total - together) / Math.sqrt(spread);
    }

    /** The pair of different labels that was counted most often, if there is one. */
    public Optional<Map.Entry<String, String>> worstConfusion() {
        return labels.stream()
                .flatMap(gold -> labels.stream().filter(p -> !p.equals(gold)).map(p -> Map.entry(gold, p)))
                .filter(pair -> count(pair.getKey(), pair.getValue()) > 0)
                .max((a, b) -> Long.compare(count(a.getKey(), a.getValue()), count(b.getKey(), b.getValue())));
    }
}
