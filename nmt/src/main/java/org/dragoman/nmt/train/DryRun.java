package org.dragoman.nmt.train;

import org.dragoman.nmt.tensor.Tensor;
import org.dragoman.nmt.text.Batcher;
import org.dragoman.nmt.text.Example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run would be, found without beginning it: the corpora are read and subwords learned as the run would, and a few updates are made in
 * memory. Nothing is written.
 *
 * @param parameters trained numbers by part of the network
 * @param pairs of the corpora
 * @param empty pairs that are empty on a side
 * @param overlong pairs that are longer than the greatest length
 * @param sourceVocabulary entries
 * @param targetVocabulary entries
 * @param batches of an epoch; an estimate where the data is read in windows
 * @param updates of an epoch
 * @param maximumSteps updates of the run, unless it ends earlier
 * @param padding share of the positions of the first window's batches that are padding, 0 to 1
 * @param stateBytes weights, gradients, moments and averages, 4 bytes each number
 * @param peakBytes largest size of this process up to the end of the trial, the largest batch included; empty where the system doesn't say
 * @param tokensPerSecond target pieces a second in the trial, its first update left out
 * @param seconds for all updates at that speed, without validations
 */
public record DryRun(
        Map<String, Long> parameters,
        long pairs,
        long empty,
        long overlong,
        int sourceVocabulary,
        int targetVocabulary,
        long batches,
        long updates,
        int maximumSteps,
        double padding,
        long stateBytes,
        OptionalLong peakBytes,
        double tokensPerSecond,
        double seconds) {

    private static final int TRIALS = 5;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int BYTES = 4;

    /**
     * Makes a trial.
     *
     * @throws IllegalArgumentException if the corpora can't be learned from
     * @throws IllegalStateException if memory doesn't suffice
     */
    public static DryRun of(Experiment experiment) {
        var config = experiment.training();
        var codec = CodecLearner.learn(experiment);
        var survey = Survey.of(experiment.train(), codec, config);
        try (var data = new TrainingSet(experiment.train(), codec, config, survey);
                var learner = new Learner(experiment, codec)) {
            var window = data.window(0, 0);
            var plan = new Batcher(window.examples(), config.batchTokens(), window.seed()).plan(0);
            if (plan.isEmpty()) {
                throw new IllegalArgumentException(
                        "the first " + config.data().window()
                                + " pairs of the training corpora have nothing to learn from; a trial needs a greater data.window");
            }
            var trial = Trial.of(learner, config, window, plan);
            var pieces = meanTokens(window, plan)
                    * config.accumulate()
                    * config.limits().maximumSteps();
            var batches = (long) plan.size() * data.windows();
            var updates = (batches + config.accumulate() - 1) / config.accumulate();
            return new DryRun(
                    parts(learner.model().network().parameters().byName()),
                    survey.pairs(),
                    survey.empty(),
                    survey.overlong(),
                    codec.source().size(),
                    codec.target().size(),
                    batches,
                    updates,
                    config.limits().maximumSteps(),
                    padding(window, plan),
                    learner.numbers() * BYTES,
                    peak(),
                    trial.tokens / trial.seconds,
                    pieces * trial.seconds / trial.tokens);
        }
    }

    /** Adds up the parameters of each layer, and those of everything that isn't in one by the first word of their names. */
    private static Map<String, Long> parts(Map<String, Tensor> parameters) {
        var parts = new LinkedHashMap<String, Long>();
        parameters.forEach((name, tensor) -> {
            var part = name.replaceFirst("^(.*?\\.\\d+)\\..*", "$1");
            var size = Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b);
            parts.merge(part.equals(name) ? name.replaceFirst("\\..*", "") : part, size, Long::sum);
        });
        return parts;
    }

    private static double padding(TrainingSet.Window window, List<int[]> plan) {
        var real = 0L;
        var all = 0L;
        for (var batch : plan) {
            var examples = examples(window, batch);
            var sources = examples.stream().mapToInt(Example::sourceLength).summaryStatistics();
            var targets = examples.stream().mapToInt(Example::targetLength).summaryStatistics();
            real += sources.getSum() + targets.getSum();
            all += (long) examples.size() * (sources.getMax() + targets.getMax());
        }
        return 1 - (double) real / all;
    }

    private static double meanTokens(TrainingSet.Window window, List<int[]> plan) {
        return window.examples().stream().mapToLong(Example::targetLength).sum() / (double) plan.size();
    }

    private static List<Example> examples(TrainingSet.Window window, int[] batch) {
        return Arrays.stream(batch).mapToObj(window.examples()::get).toList();
    }

    private static OptionalLong peak() {
        if (!Files.exists(STATUS)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STATUS + ": " + e.getMessage(), e);
        }
    }

    /** The target pieces of some updates, and the time that they took. */
    private record Trial(long tokens, double seconds) {

        /** The update of the batch with most positions, which warms up, and some others. */
        static Trial of(Learner learner, TrainingConfig config, TrainingSet.Window window, List<int[]> plan) {
            learner.begin();
            var batches = new ArrayList<int[]>();
            batches.add(largest(window, plan));
            for (var i = 0; i < TRIALS; i++) {
                batches.add(plan.get((int) ((long) plan.size() * i / TRIALS)));
            }
            var tokens = 0L;
            var begin = 0L;
            for (var step = 1; step <= batches.size(); step++) {
                var turn = new WindowPlan.Turn(
                        window, List.of(batches.get(step - 1)), Progress.Place.START, Progress.Place.START);
                var loss = learner.backward(step, turn.examples(config.limits().parts()));
                learner.apply(step, config.schedule().rate(step));
                tokens = step == 1 ? 0 : tokens + loss.targetTokens();
                begin = step == 1 ? System.nanoTime() : begin;
            }
            return new Trial(tokens, (System.nanoTime() - begin) / 1e9);
        }

        private static int[] largest(TrainingSet.Window window, List<int[]> plan) {
            return plan.stream()
                    .max(Comparator.comparingLong(batch -> Learner.positions(examples(window, batch))))
                    .orElseThrow();
        }
    }
}
