package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Setting;
import org.dragoman.pipeline.settings.Settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The learning rate of each update: a function of its number and, for some, of the validations before it. */
public sealed interface Schedule {

    /** The schedules by their name in JSON. */
    Map<String, Function<Settings, Schedule>> KINDS = Map.of(
            "constant",
                    settings -> new Constant(peak(settings), warmup(settings).or(1)),
            "inverse-square-root",
                    settings -> new InverseSquareRoot(
                            peak(settings), warmup(settings).required()),
            "noam",
                    settings -> new Noam(
                            settings.decimal("factor").above(0.0).or(1.0),
                            settings.integer("size").atLeast(1).required(),
                            warmup(settings).or(4000)),
            "cosine",
                    settings -> new Cosine(
                            peak(settings),
                            warmup(settings).or(1),
                            settings.integer("steps").atLeast(1).required(),
                            settings.decimal("least").atLeast(0.0).or(0.0)),
            "step",
                    settings -> new Step(
                            peak(settings),
                            warmup(settings).or(1),
                            settings.integer("every").atLeast(1).required(),
                            settings.decimal("factor").above(0.0).below(1.0).or(0.5)),
            "exponential",
                    settings -> new Exponential(
                            peak(settings),
                            warmup(settings).or(1),
                            settings.integer("every").atLeast(1).or(1),
                            settings.decimal("factor").above(0.0).below(1.0).required()),
            "plateau",
                    settings -> new Plateau(
                            peak(settings),
                            warmup(settings).or(1),
                            settings.decimal("factor").above(0.0).below(1.0).or(0.5),
                            settings.integer("patience").atLeast(0).or(3),
                            settings.decimal("threshold")
                                    .atLeast(0.0)
                                    .below(1.0)
                                    .or(1e-4),
                            settings.decimal("least").atLeast(0.0).or(0.0)));

    /** @param step number of the update, from 1 */
    double rate(long step);

    /**
     * The rate as validations have changed it.
     *
     * @param step number of the update, from 1
     * @param losses of the validations before it, the first first
     */
    default double rate(long step, List<Double> losses) {
        return rate(step);
    }

    /** Returns the settings as JSON. */
    ObjectNode toJson();

    /**
     * Rises linearly to the peak and then falls with the square root of the step: {@code peak min(s / warmup, sqrt(warmup / s))}.
     *
     * @param peak highest rate, reached at the end of the warm-up, above 0
     * @param warmup updates until then, at least 1
     */
    record InverseSquareRoot(double peak, int warmup) implements Schedule {
        public InverseSquareRoot {
            check(peak, warmup);
        }

        @Override
        public double rate(long step) {
            return peak * Math.min((double) step / warmup, Math.sqrt((double) warmup / step));
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("inverse-square-root", this);
        }
    }

    /**
     * Rises linearly to the peak and stays there.
     *
     * @param peak highest rate, above 0
     * @param warmup updates until then, at least 1
     */
    record Constant(double peak, int warmup) implements Schedule {
        public Constant {
            check(peak, warmup);
        }

        @Override
        public double rate(long step) {
            return rising(peak, warmup, step);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("constant", this);
        }
    }

    /**
     * The schedule of Vaswani et al. 2017, equation 3: {@code factor size^-0.5 min(s^-0.5, s warmup^-1.5)}.
     *
     * @param factor 1 in the paper, above 0
     * @param size width of the model, at least 1
     * @param warmup updates until the highest rate, at least 1
     */
    record Noam(double factor, int size, int warmup) implements Schedule {
        public Noam {
            positive("factor", factor);
            atLeastOne("size", size);
            atLeastOne("warmup", warmup);
        }

        @Override
        public double rate(long step) {
            return factor / Math.sqrt(size) * Math.min(1 / Math.sqrt(step), step / (warmup * Math.sqrt(warmup)));
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("noam", this);
        }
    }

    /**
     * Rises linearly to the peak and falls along half a wave (Loshchilov and Hutter 2017, equation 5, without restarts): {@code least +
     * (peak - least) (1 + cos(pi (s - warmup) / (steps - warmup))) / 2}.
     *
     * @param peak highest rate, above 0
     * @param warmup updates until then, at least 1
     * @param steps update at which the rate has become the least one, above {@code warmup}
     * @param least rate from then on, 0 to {@code peak}
     */
    record Cosine(double peak, int warmup, int steps, double least) implements Schedule {
        public Cosine {
            check(peak, warmup);
            if (steps <= warmup) {
                throw new IllegalArgumentException("steps must be above warmup " + warmup + ", got " + steps);
            }
            requireLeast(least, peak);
        }

        @Override
        public double rate(long step) {
            if (step <= warmup) {
                return rising(peak, warmup, step);
            }
            var done = Math.min(1, (double) (step - warmup) / (steps - warmup));
            return least + (peak - least) * (1 + Math.cos(Math.PI * done)) / 2;
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("cosine", this);
        }
    }

    /**
     * Rises linearly to the peak and is then multiplied by a factor now and then: {@code peak factor^floor((s - warmup) / every)}.
     *
     * @param peak highest rate, above 0
     * @param warmup updates until then, at least 1
     * @param every updates between two falls, at least 1
     * @param factor of each fall, above 0 and below 1
     */
    record Step(double peak, int warmup, int every, double factor) implements Schedule {
        public Step {
            check(peak, warmup);
            atLeastOne("every", every);
            requireFactor(factor);
        }

        @Override
        public double rate(long step) {
            return step <= warmup
                    ? rising(peak, warmup, step)
                    : peak * Math.pow(factor, Math.floorDiv(step - warmup, (long) every));
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("step", this);
        }
    }

    /**
     * Rises linearly to the peak and falls a little with each update: {@code peak factor^((s - warmup) / every)}.
     *
     * @param peak highest rate, above 0
     * @param warmup updates until then, at least 1
     * @param every updates in which it falls by the factor, at least 1
     * @param factor above 0 and below 1
     */
    record Exponential(double peak, int warmup, int every, double factor) implements Schedule {
        public Exponential {
            check(peak, warmup);
            atLeastOne("every", every);
            requireFactor(factor);
        }

        @Override
        public double rate(long step) {
            return step <= warmup
                    ? rising(peak, warmup, step)
                    : peak * Math.pow(factor, (double) (step - warmup) / every);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("exponential", this);
        }
    }

    /**
     * Rises linearly to the peak and falls by a factor when more than {@code patience} validations in a row weren't better; the counting
     * starts anew then. A loss is better if it is below {@code (1 - threshold)} times the best before.
     *
     * @param peak highest rate, above 0
     * @param warmup updates until then, at least 1
     * @param factor of each fall, above 0 and below 1
     * @param patience validations in a row without a better loss that are borne, 0 or more
     * @param threshold 0 to below 1
     * @param least rate below which it does not fall, 0 to {@code peak}
     */
    record Plateau(double peak, int warmup, double factor, int patience, double threshold, double least)
            implements Schedule {
        public Plateau {
            check(peak, warmup);
            requireFactor(factor);
            if (patience < 0) {
                throw new IllegalArgumentException("patience must be 0 or more, got " + patience);
            }
            if (!(threshold >= 0 && threshold < 1)) {
                throw new IllegalArgumentException("threshold must be at least 0 and below 1, got " + threshold);
            }
            requireLeast(least, peak);
        }

        @Override
        public double rate(long step) {
            return rising(peak, warmup, step);
        }

        @Override
        public double rate(long step, List<Double> losses) {
            var falls = falls(losses);
            return falls == 0 ? rate(step) : Math.max(least, rate(step) * Math.pow(factor, falls));
        }

        private int falls(List<Double> losses) {
            var best = Double.POSITIVE_INFINITY;
            var worse = 0;
            var falls = 0;
            for (var loss : losses) {
                if (loss < best * (1 - threshold)) {
                    best = loss;
                    worse = 0;
                } else {
                    worse++;
                }
                if (worse > patience) {
                    falls++;
                    worse = 0;
                }
            }
            return falls;
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("plateau", this);
        }
    }

    private static Double peak(Settings settings) {
        return settings.decimal("peak").above(0.0).required();
    }

    private static Setting<Integer> warmup(Settings settings) {
        return settings.integer("warmup").atLeast(1);
    }

    private static double rising(double peak, int warmup, long step) {
        return peak * Math.min(1, (double) step / warmup);
    }

    private static void check(double peak, int warmup) {
        positive("peak", peak);
        atLeastOne("warmup", warmup);
    }

    private static void positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, got " + value);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    private static void requireFactor(double factor) {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must be above 0 and below 1, got " + factor);
        }
    }

    private static void requireLeast(double least, double peak) {
        if (!(least >= 0 && least <= peak)) {
            throw new IllegalArgumentException("least must be 0 to the peak, " + peak + ", got " + least);
        }
    }
}
