package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Setting;
import org.dragoman.pipeline.settings.Settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

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
     * @param losses of the validations before it, the first first; asked for by a schedule that depends on them only
     */
    default double rate(long step, Supplier<List<Double>> losses) {
        return rate(step);
    }

    /** Its name among {@link #KINDS}. */
    String kind();

    /** Returns the settings as JSON. */
    default ObjectNode toJson() {
        return SettingsJson.ofKind(kind(), (Record) this);
    }

    /** A schedule that rises linearly to its peak before it does anything else: {@code peak s / warmup}. */
    sealed interface Warmed extends Schedule {

        /** Rate at the end of the warm-up, above 0. */
        double peak();

        /** Updates until then, at least 1. */
        int warmup();

        /**
         * The rate after the warm-up.
         *
         * @param since updates since its end, at least 1
         */
        double after(long since);

        @Override
        default double rate(long step) {
            return step <= warmup() ? peak() * ((double) step / warmup()) : after(step - warmup());
        }
    }

    /**
     * Rises linearly to the peak and then falls with the square root of the step: {@code peak sqrt(warmup / s)}.
     *
     * @param peak highest rate, reached at the end of the warm-up, above 0
     * @param warmup updates until then, at least 1
     */
    record InverseSquareRoot(double peak, int warmup) implements Warmed {
        public InverseSquareRoot {
            checkWarmed(peak, warmup);
        }

        @Override
        public double after(long since) {
            return peak * Math.sqrt((double) warmup / (warmup + since));
        }

        @Override
        public String kind() {
            return "inverse-square-root";
        }
    }

    /**
     * Rises linearly to the peak and stays there.
     *
     * @param peak highest rate, above 0
     * @param warmup updates until then, at least 1
     */
    record Constant(double peak, int warmup) implements Warmed {
        public Constant {
            checkWarmed(peak, warmup);
        }

        @Override
        public double after(long since) {
            return peak;
        }

        @Override
        public String kind() {
            return "constant";
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
            check(factor > 0, "factor", "above 0", factor);
            check(size >= 1, "size", "at least 1", size);
            checkWarmup(warmup);
        }

        @Override
        public double rate(long step) {
            return factor / Math.sqrt(size) * Math.min(1 / Math.sqrt(step), step / (warmup * Math.sqrt(warmup)));
        }

        @Override
        public String kind() {
            return "noam";
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
    record Cosine(double peak, int warmup, int steps, double least) implements Warmed {
        public Cosine {
            checkWarmed(peak, warmup);
            check(steps > warmup, "steps", "above warmup " + warmup, steps);
            checkLeast(least, peak);
        }

        @Override
        public double after(long since) {
            var done = Math.min(1, (double) since / (steps - warmup));
            return least + (peak - least) * (1 + Math.cos(Math.PI * done)) / 2;
        }

        @Override
        public String kind() {
            return "cosine";
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
    record Step(double peak, int warmup, int every, double factor) implements Warmed {
        public Step {
            checkWarmed(peak, warmup);
            checkFalls(every, factor);
        }

        @Override
        public double after(long since) {
            return peak * Math.pow(factor, Math.floorDiv(since, (long) every));
        }

        @Override
        public String kind() {
            return "step";
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
    record Exponential(double peak, int warmup, int every, double factor) implements Warmed {
        public Exponential {
            checkWarmed(peak, warmup);
            checkFalls(every, factor);
        }

        @Override
        public double after(long since) {
            return peak * Math.pow(factor, (double) since / every);
        }

        @Override
        public String kind() {
            return "exponential";
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
            implements Warmed {
        public Plateau {
            checkWarmed(peak, warmup);
            checkFactor(factor);
            check(patience >= 0, "patience", "0 or more", patience);
            check(threshold >= 0 && threshold < 1, "threshold", "at least 0 and below 1", threshold);
            checkLeast(least, peak);
        }

        @Override
        public double after(long since) {
            return peak;
        }

        @Override
        public double rate(long step, Supplier<List<Double>> losses) {
            var falls = falls(losses.get());
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
        public String kind() {
            return "plateau";
        }
    }

    private static Double peak(Settings settings) {
        return settings.decimal("peak").above(0.0).required();
    }

    private static Setting<Integer> warmup(Settings settings) {
        return settings.integer("warmup").atLeast(1);
    }

    private static void checkWarmed(double peak, int warmup) {
        check(peak > 0, "peak", "above 0", peak);
        checkWarmup(warmup);
    }

    private static void checkWarmup(int warmup) {
        check(warmup >= 1, "warmup", "at least 1", warmup);
    }

    private static void checkFalls(int every, double factor) {
        check(every >= 1, "every", "at least 1", every);
        checkFactor(factor);
    }

    private static void checkFactor(double factor) {
        check(factor > 0 && factor < 1, "factor", "above 0 and below 1", factor);
    }

    private static void checkLeast(double least, double peak) {
        check(least >= 0 && least <= peak, "least", "0 to the peak, " + peak, least);
    }
}
