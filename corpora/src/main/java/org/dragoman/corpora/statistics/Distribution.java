package org.dragoman.corpora.statistics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each value was seen, such as each length of a line. Memory for the different values only. Not thread safe while values are
 * added.
 */
public final class Distribution {
    private static final int PERCENT = 100;

    private final TreeMap<Double, Long> counts = new TreeMap<>();
    private long count;

    /** Counts a value once more; it must be a number. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a distribution is of numbers, got NaN");
        }
        counts.merge(value, 1L, Long::sum);
        count++;
    }

    /** Values seen. */
    public long count() {
        return count;
    }

    /** Each different value, in order, with the number of times it was seen. */
    public SortedMap<Double, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Arithmetic mean; NaN if no value was seen. */
    public double mean() {
        var sum = 0.0;
        for (var entry : counts.entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum / count;
    }

    /** Standard deviation of the values seen, with their number as divisor; NaN if no value was seen. */
    public double standardDeviation() {
        var mean = mean();
        var sum = 0.0;
        for (var entry : counts.entrySet()) {
            var difference = entry.getKey() - mean;
            sum += difference * difference * entry.getValue();
        }
        return Math.sqrt(sum / count);
    }

    /**
     * The value below which a percentage of the values lies, interpolated between the two nearest (definition 7 of Hyndman and Fan 1996,
     * the one that numpy and R take by default); NaN if no value was seen.
     *
     * @param percentage 0 for the least value to 100 for the greatest; 50 is the median
     */
    public double percentile(double percentage) {
        if (!(percentage >= 0 && percentage <= PERCENT)) {
            throw new IllegalArgumentException("a percentile must be from 0 to 100, got " + percentage);
        }
        if (count == 0) {
            return Double.NaN;
        }
        var place = (count - 1) * (percentage / PERCENT);
        var below = (long) Math.floor(place);
        var lower = valueAt(below);
        var share = place - below;
        return share == 0 ? lower : lower + (valueAt(below + 1) - lower) * share;
    }

    /** The value at a place, from 0, if all were written down in order. */
    private double valueAt(long place) {
        var before = 0L;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            before += entry.getValue();
            if (place < before) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("there are " + count + " values, so none at place " + place);
    }
}
