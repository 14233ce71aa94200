package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;

/** The learning rate of each update. */
public sealed interface Schedule {

    /** @param step number of the update, from 1 */
    double rate(long step);

    /** Returns the settings as JSON. */
    ObjectNode toJson();

    /**
     * Rises linearly to the peak and then falls with the square root of the step.
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
            return peak * Math.min(1, (double) step / warmup);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("constant", this);
        }
    }

    private static void check(double peak, int warmup) {
        if (!(peak > 0)) {
            throw new IllegalArgumentException("peak must be above 0, got " + peak);
        }
        if (warmup < 1) {
            throw new IllegalArgumentException("warmup must be at least 1, got " + warmup);
        }
    }
}
