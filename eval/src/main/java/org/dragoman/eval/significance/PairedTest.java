package org.dragoman.eval.significance;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.Signature;
import org.dragoman.eval.SystemCounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Whether systems differ from a baseline by more than chance, with the procedures of sacreBLEU 2.6.0 and with its random numbers, so that
 * p-values are equal. (sacreBLEU adds up counts in numbers of 32 bits when it resamples; intervals may so differ in the sixth digit.)
 *
 * <p>Immutable and safe for use from many threads. A p-value says how often chance alone would give a difference like the one seen; with
 * many systems or metrics, some value below 0.05 is to be expected by chance.
 *
 * @param kind the procedure
 * @param samples corpora to draw, or trials, 1 or more
 * @param intervalSamples corpora to draw for the confidence intervals beside a randomisation test, 0 for no intervals; a bootstrap test
 *     takes its own samples
 * @param seed of the random numbers, 0 or more
 */
public record PairedTest(Kind kind, int samples, int intervalSamples, long seed) {
    /** sacreBLEU's seed. */
    public static final long DEFAULT_SEED = 12345;

    /** How chance is simulated. */
    public enum Kind {
        /** Paired bootstrap resampling (Koehn 2004) with the differences centred on their mean. */
        BOOTSTRAP("bs", 1000),
        /** Paired approximate randomisation (Riezler and Maxwell 2005). */
        RANDOMIZATION("ar", 10_000);

        private final String field;
        private final int samples;

        Kind(String field, int samples) {
            this.field = field;
            this.samples = samples;
        }

        /** Samples that sacreBLEU takes unless told otherwise. */
        public int defaultSamples() {
            return samples;
        }
    }

    /**
     * What a test found of one system and metric.
     *
     * @param score the system's, its signature naming the test
     * @param interval its 95 % confidence interval, if it was asked for
     * @param pValue above 0 to 1; empty for the baseline
     */
    public record Result(TestedScore score, Optional<ConfidenceInterval> interval, OptionalDouble pValue) {}

    /**
     * What a test found of one system.
     *
     * @param system its name
     * @param results one a metric, in the order of the metrics
     */
    public record SystemResult(String system, List<Result> results) {
        public SystemResult {
            results = List.copyOf(results);
        }
    }

    public PairedTest {
        check(samples >= 1, "samples", "at least 1", samples);
        check(intervalSamples >= 0, "intervalSamples", "0 or more", intervalSamples);
        check(seed >= 0, "seed", "0 or more", seed);
    }

    private static void check(boolean holds, String name, String expected, long value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " of a significance test must be " + expected + ", got " + value);
        }
    }

    /** The test with sacreBLEU's samples and seed. */
    public static PairedTest of(Kind kind) {
        return new PairedTest(kind, kind.samples, 0, DEFAULT_SEED);
    }

    public PairedTest withSamples(int samples) {
        return new PairedTest(kind, samples, intervalSamples, seed);
    }

    public PairedTest withIntervalSamples(int intervalSamples) {
        return new PairedTest(kind, samples, intervalSamples, seed);
    }

    public PairedTest withSeed(long seed) {
        return new PairedTest(kind, samples, intervalSamples, seed);
    }

    /**
     * Compares systems with the first of them.
     *
     * @param systems counted line by line, with the same metrics on the same references
     */
    public List<SystemResult> run(List<SystemCounts> systems) {
        var baseline = systems.get(0);
        return systems.stream().map(system -> run(baseline, system)).toList();
    }

    private SystemResult run(SystemCounts baseline, SystemCounts system) {
        var results = new ArrayList<Result>();
        for (var i = 0; i < system.metrics().size(); i++) {
            var counts = system.metrics().get(i);
            results.add(
                    system == baseline
                            ? result(counts)
                            : result(baseline.metrics().get(i), counts));
        }
        return new SystemResult(system.system(), results);
    }

    private Result result(MetricCounts<?, ?> baseline) {
        var drawn = kind == Kind.BOOTSTRAP ? samples : intervalSamples;
        var interval = drawn == 0
                ? Optional.<ConfidenceInterval>empty()
                : Optional.of(Bootstrap.interval(baseline, drawn, seed));
        return new Result(tested(baseline), interval, OptionalDouble.empty());
    }

    private Result result(MetricCounts<?, ?> baseline, MetricCounts<?, ?> system) {
        if (baseline.lines().size() != system.lines().size()) {
            throw new IllegalArgumentException("systems to compare must have as many lines, got "
                    + baseline.lines().size() + " and " + system.lines().size());
        }
        var difference = Math.abs(baseline.score().value() - system.score().value());
        return kind == Kind.BOOTSTRAP
                ? bootstrap(baseline, system, difference)
                : randomize(baseline, system, difference);
    }

    private Result bootstrap(MetricCounts<?, ?> baseline, MetricCounts<?, ?> system, double difference) {
        var scores = Bootstrap.scores(system, samples, new Pcg64(seed));
        var others = Bootstrap.scores(baseline, samples, new Pcg64(seed));
        var differences = new double[samples];
        for (var i = 0; i < samples; i++) {
            differences[i] = Math.abs(scores[i] - others[i]);
        }
        var mean = DoubleStream.of(differences).average().orElseThrow();
        var centred = DoubleStream.of(differences).map(d -> d - mean).toArray();
        return new Result(
                tested(system),
                Optional.of(ConfidenceInterval.of(scores)),
                OptionalDouble.of(pValue(centred, difference)));
    }

    private Result randomize(MetricCounts<?, ?> baseline, MetricCounts<?, ?> system, double difference) {
        var random = new Pcg64(seed);
        var differences = new Randomization(random).differences(baseline, system, samples);
        var interval = intervalSamples == 0
                ? Optional.<ConfidenceInterval>empty()
                : Optional.of(ConfidenceInterval.of(Bootstrap.scores(system, intervalSamples, random)));
        return new Result(tested(system), interval, OptionalDouble.of(pValue(differences, difference)));
    }

    /** The share of samples beyond the difference seen; one is added on both sides, so that it is never 0. */
    private static double pValue(double[] statistics, double difference) {
        var beyond = DoubleStream.of(statistics).filter(s -> s > difference).count();
        return (beyond + 1.0) / (statistics.length + 1.0);
    }

    private TestedScore tested(MetricCounts<?, ?> counts) {
        var fields = new ArrayList<Signature.Field>();
        if (kind == Kind.RANDOMIZATION && intervalSamples > 0) {
            fields.add(new Signature.Field("bs", "bs", Integer.toString(intervalSamples)));
        }
        fields.add(new Signature.Field(kind.field, kind.field, Integer.toString(samples)));
        fields.add(new Signature.Field("seed", "rs", Long.toString(seed)));
        return TestedScore.of(counts.score(), fields);
    }
}
