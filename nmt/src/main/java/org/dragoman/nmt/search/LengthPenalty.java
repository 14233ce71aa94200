package org.dragoman.nmt.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.function.Function;

/**
 * By what a hypothesis' log-probability is divided, so that long hypotheses can compete with short ones.
 *
 * <p>Never falls as the length grows, which the search relies on when it judges whether a hypothesis can still win.
 */
public sealed interface LengthPenalty {

    /** The kinds by their name in JSON, for {@link Settings#kind}. */
    Map<String, Function<Settings, LengthPenalty>> KINDS = Map.of(
            "none", settings -> new None(),
            "gnmt", settings -> new Gnmt(alpha(settings)),
            "average", settings -> new Average(alpha(settings)));

    private static double alpha(Settings settings) {
        return settings.decimal("alpha").atLeast(0.0).required();
    }

    /** Returns the penalty as JSON that {@link #KINDS} reads. */
    ObjectNode toJson();

    /**
     * Returns the divisor.
     *
     * @param length tokens, the end marker counted, at least 1
     */
    double of(int length);

    /** Leaves log-probabilities as they are; short hypotheses win. */
    record None() implements LengthPenalty {
        @Override
        public double of(int length) {
            return 1;
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("none", this);
        }
    }

    /**
     * {@code ((5 + length) / 6)^alpha}, Wu et al. 2016 (arXiv 1609.08144), equation 14.
     *
     * @param alpha 0 or more; 0 turns it off
     */
    record Gnmt(double alpha) implements LengthPenalty {
        public Gnmt {
            requireAlpha(alpha);
        }

        @Override
        public double of(int length) {
            return Math.pow((5.0 + length) / 6, alpha);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("gnmt", this);
        }
    }

    /**
     * {@code length^alpha}.
     *
     * @param alpha 0 or more; 0 turns it off and 1 gives the mean log-probability of a token
     */
    record Average(double alpha) implements LengthPenalty {
        public Average {
            requireAlpha(alpha);
        }

        @Override
        public double of(int length) {
            return Math.pow(length, alpha);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("average", this);
        }
    }

    private static void requireAlpha(double alpha) {
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("length penalty alpha must be 0 or more and finite, got " + alpha);
        }
    }
}
