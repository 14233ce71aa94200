package org.dragoman.cli;

import org.dragoman.eval.MetricCounts;
import org.dragoman.eval.SystemCounts;
import org.dragoman.eval.significance.Bootstrap;
import org.dragoman.eval.significance.PairedTest;
import org.dragoman.eval.significance.TestedScore;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The options that say whether and how chance is simulated. */
final class SignificanceOptions {
    private static final int INTERVAL_SAMPLES = 1000;

    @Option(names = "--confidence", description = "Give 95 %% confidence intervals, by bootstrap resampling.")
    private boolean confidence;

    @Option(
            names = "--test",
            paramLabel = "NAME",
            description = "How further systems are compared with the first: bootstrap, randomization or none. Default:"
                    + " bootstrap.")
    private Optional<Test> test = Optional.empty();

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples or trials. Default: 1000, with randomization 10000.")
    private Optional<Integer> samples = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + PairedTest.DEFAULT_SEED,
            description = "Seed of the random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** How systems are compared. */
    enum Test {
        BOOTSTRAP,
        RANDOMIZATION,
        NONE
    }

    /** Whether the counts of single lines are needed for so many systems. */
    boolean needsLines(int systems) {
        return confidence || pairedTest(systems > 1).isPresent();
    }

    /** Scores, with the intervals that were asked for, and of several systems with the test of their difference from the first. */
    List<PairedTest.SystemResult> results(List<SystemCounts> systems) {
        return pairedTest(systems.size() > 1)
                .map(test -> test.run(systems))
                .orElseGet(() -> systems.stream().map(this::untested).toList());
    }

    private PairedTest.SystemResult untested(SystemCounts system) {
        return new PairedTest.SystemResult(
                system.system(), system.metrics().stream().map(this::untested).toList());
    }

    private PairedTest.Result untested(MetricCounts<?, ?> counts) {
        if (!confidence) {
            return new PairedTest.Result(
                    TestedScore.untested(counts.score()), Optional.empty(), OptionalDouble.empty());
        }
        var drawn = samples.orElse(INTERVAL_SAMPLES);
        return new PairedTest.Result(
                TestedScore.resampled(counts.score(), drawn, seed),
                Optional.of(Bootstrap.interval(counts, drawn, seed)),
                OptionalDouble.empty());
    }

    /** The test that was asked for, or is due where systems are compared. */
    private Optional<PairedTest> pairedTest(boolean comparesSystems) {
        var choice = comparesSystems ? test.orElse(Test.BOOTSTRAP) : Test.NONE;
        return switch (choice) {
            case BOOTSTRAP -> Optional.of(sampled(PairedTest.of(PairedTest.Kind.BOOTSTRAP)));
            case RANDOMIZATION ->
                Optional.of(sampled(PairedTest.of(PairedTest.Kind.RANDOMIZATION))
                        .withIntervalSamples(confidence ? INTERVAL_SAMPLES : 0));
            case NONE -> Optional.empty();
        };
    }

    private PairedTest sampled(PairedTest kind) {
        return kind.withSamples(samples.orElse(kind.samples())).withSeed(seed);
    }

    long seed() {
        return seed;
    }
}
