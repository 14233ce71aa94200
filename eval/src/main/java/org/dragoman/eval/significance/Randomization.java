package org.dragoman.eval.significance;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Score;
import org.dragoman.eval.Statistics;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Approximate randomisation (Riezler and Maxwell 2005): differences of scores after the lines of two systems have changed sides at random. */
final class Randomization {
    private static final int CHUNK_LINES = 1 << 24; // decided at a time

    private final Pcg64 random;
    private int bits; // not yet used, the next is the lowest
    private int left;

    Randomization(Pcg64 random) {
        this.random = random;
    }

    /**
     * The absolute difference of the scores after each of the trials.
     *
     * @param baseline lines as many as the system's
     */
    double[] differences(MetricCounts<?, ?> baseline, MetricCounts<?, ?> system, int trials) {
        return capture(baseline, system, trials);
    }

    /** Both sides were counted by the same metric, so the one's types are the other's. */
    @SuppressWarnings("unchecked")
    private <S extends Statistics<S>, R extends Score> double[] capture(
            MetricCounts<S, R> baseline, MetricCounts<?, ?> system, int trials) {
        return differencesOf(baseline, (MetricCounts<S, R>) system, trials);
    }

    private <S extends Statistics<S>, R extends Score> double[] differencesOf(
            MetricCounts<S, R> baseline, MetricCounts<S, R> system, int trials) {
        var lines = baseline.lines().size();
        var chunk = Math.max(1, CHUNK_LINES / lines);
        var differences = DoubleStream.builder();
        for (var done = 0; done < trials; done += chunk) {
            var choices = Stream.generate(() -> choices(lines))
                    .limit(Math.min(chunk, trials - done))
                    .toList();
            choices.parallelStream()
                    .mapToDouble(keeps -> difference(baseline, system, keeps))
                    .boxed()
                    .toList()
                    .forEach(differences::add);
        }
        return differences.build().toArray();
    }

    /** As {@code rng.integers(2, size, dtype=bool)}, continued from call to call. */
    private boolean[] choices(int size) {
        var choices = new boolean[size];
        for (var i = 0; i < size; i++) {
            if (left == 0) {
                bits = random.nextInt();
                left = Integer.SIZE;
            }
            choices[i] = (bits & 1) != 0;
            bits >>>= 1;
            left--;
        }
        return choices;
    }

    private static <S extends Statistics<S>, R extends Score> double difference(
            MetricCounts<S, R> baseline, MetricCounts<S, R> system, boolean[] keeps) {
        var one = Optional.<S>empty();
        var other = Optional.<S>empty();
        for (var i = 0; i < keeps.length; i++) {
            var ofBaseline = baseline.lines().get(i);
            var ofSystem = system.lines().get(i);
            one = plus(one, keeps[i] ? ofBaseline : ofSystem);
            other = plus(other, keeps[i] ? ofSystem : ofBaseline);
        }
        return Math.abs(value(baseline, one) - value(baseline, other));
    }

    private static <S extends Statistics<S>> Optional<S> plus(Optional<S> sum, S next) {
        return Optional.of(sum.isPresent() ? sum.get().plus(next) : next);
    }

    private static <S extends Statistics<S>, R extends Score> double value(MetricCounts<S, R> counts, Optional<S> sum) {
        return counts.metric().score(sum.orElseThrow()).value();
    }
}
