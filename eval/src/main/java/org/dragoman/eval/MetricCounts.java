package org.dragoman.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a metric has counted of one system's output, line by line; scores of the corpus and of its lines derive from it, and so does
 * everything that resamples lines. Not thread safe.
 *
 * @param <S> what is counted
 * @param <R> the score that the counts give
 */
public final class MetricCounts<S extends Statistics<S>, R extends Score> {
    private final Metric<S, R> metric;
    private final boolean keepsLines;
    private final List<S> lines = new ArrayList<>();
    private Optional<S> sum = Optional.empty();

    /**
     * Begins with nothing counted.
     *
     * @param keepsLines whether the counts of each line are kept; without, memory stays the same however long the corpus is
     */
    public MetricCounts(Metric<S, R> metric, boolean keepsLines) {
        this.metric = metric;
        this.keepsLines = keepsLines;
    }

    /**
     * What was counted in some of the lines, such as those of one length.
     *
     * @param numbers of lines, from 0
     * @throws IllegalStateException if the counts of lines were not kept
     */
    public MetricCounts<S, R> subset(List<Integer> numbers) {
        var some = new MetricCounts<>(metric, true);
        numbers.forEach(number -> some.add(lines().get(number)));
        return some;
    }

    /** Counts further lines on all cores, and adds them in their order. */
    void count(List<Segment> segments) {
        for (var statistics : segments.parallelStream().map(metric::statistics).toList()) {
            add(statistics);
        }
    }

    private void add(S statistics) {
        sum = Optional.of(sum.map(before -> before.plus(statistics)).orElse(statistics));
        if (keepsLines) {
            lines.add(statistics);
        }
    }

    /** The score of each line, by {@link Metric#forLines}. */
    public List<R> lineScores() {
        return lines().stream().map(metric.forLines()::score).toList();
    }

    public Metric<S, R> metric() {
        return metric;
    }

    /**
     * The counts of each line.
     *
     * @throws IllegalStateException if they were not kept
     */
    public List<S> lines() {
        if (!keepsLines && sum.isPresent()) {
            throw new IllegalStateException("the counts of single lines were not kept");
        }
        return Collections.unmodifiableList(lines);
    }

    /**
     * The score of the corpus.
     *
     * @throws IllegalArgumentException if there was no line
     */
    public R score() {
        return metric.score(
                sum.orElseThrow(() -> new IllegalArgumentException("a corpus needs at least one segment, got none")));
    }
}
