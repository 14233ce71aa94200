package org.dragoman.cli;

import org.dragoman.eval.significance.PairedTest;
import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that say whether and how chance is simulated. */
final class SignificanceOptions {
    private static final int INTERVAL_SAMPLES = 1000;

    @Option(names = "--confidence", description = "Give 95 %% confidence intervals, by bootstrap resampling.")
    private boolean confidence;

    @Option(
            names = "--test",
            paramLabel = "NAME",
            description = "How systems are compared with HYP: bootstrap, randomization or none."
                    + " Default: bootstrap with --compare.")
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

    /** The test that was asked for, or is due where systems are compared. */
    Optional<PairedTest> pairedTest(boolean comparesSystems) {
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

    /** Whether intervals were asked for. */
    boolean confidence() {
        return confidence;
    }

    /** Samples for the intervals of systems that are not compared. */
    int intervalSamples() {
        return samples.orElse(INTERVAL_SAMPLES);
    }

    long seed() {
        return seed;
    }
}
