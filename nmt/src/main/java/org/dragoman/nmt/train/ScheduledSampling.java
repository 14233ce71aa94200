package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.function.Function;

/**
 * How likely a decoder is given the right token before at each update, and not its own (Bengio et al. 2015, arXiv 1506.03099, section 2.4).
 * It starts with the truth and learns by and by to go on from its own mistakes.
 */
public sealed interface ScheduledSampling {

    /** The schedules by their name in JSON; {@code none} is teacher forcing throughout. */
    Map<String, Function<Settings, ScheduledSampling>> KINDS = Map.of(
            "none", settings -> new None(),
            "linear",
                    settings -> new Linear(
                            settings.decimal("slope").above(0.0).required(),
                            settings.decimal("least").between(0.0, 1.0).or(0.0)),
            "exponential",
                    settings -> new Exponential(
                            settings.decimal("base").above(0.0).below(1.0).required()),
            "inverse-sigmoid",
                    settings -> new InverseSigmoid(
                            settings.decimal("speed").atLeast(1.0).required()));

    /** The probability of the right token at an update, counted from 1; 0 to 1. */
    double truth(long step);

    /** The settings as JSON that {@link #KINDS} reads. */
    ObjectNode toJson();

    /** Always the truth. */
    record None() implements ScheduledSampling {
        @Override
        public double truth(long step) {
            return 1;
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("none", this);
        }
    }

    /**
     * {@code max(least, 1 - slope i)} at update i.
     *
     * @param slope what each update takes away, above 0
     * @param least what stays, 0 to 1
     */
    record Linear(double slope, double least) implements ScheduledSampling {
        @Override
        public double truth(long step) {
            return Math.max(least, 1 - slope * step);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("linear", this);
        }
    }

    /**
     * {@code base^i} at update i.
     *
     * @param base k in the paper, above 0 and below 1
     */
    record Exponential(double base) implements ScheduledSampling {
        @Override
        public double truth(long step) {
            return Math.pow(base, step);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("exponential", this);
        }
    }

    /**
     * {@code speed / (speed + exp(i / speed))} at update i.
     *
     * @param speed k in the paper, at least 1; the greater, the later
     */
    record InverseSigmoid(double speed) implements ScheduledSampling {
        @Override
        public double truth(long step) {
            return speed / (speed + Math.exp(step / speed));
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("inverse-sigmoid", this);
        }
    }
}
