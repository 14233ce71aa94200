package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.function.Function;

/** How gradients change parameters. The results are those of the classes of the same names in PyTorch 2.7. */
public sealed interface OptimizerConfig {

    /** The optimisers by their name in JSON. */
    Map<String, Function<Settings, OptimizerConfig>> KINDS = Map.of(
            "adam", Adam::from,
            "adam-w",
                    settings -> new AdamW(
                            Adam.from(settings),
                            settings.decimal("weightDecay").atLeast(0.0).or(0.01)),
            "sgd",
                    settings -> new Sgd(
                            settings.decimal("momentum").atLeast(0.0).below(1.0).or(0.0),
                            settings.flag("nesterov").or(false),
                            settings.decimal("weightDecay").atLeast(0.0).or(0.0)));

    /** What is done to each parameter. */
    UpdateRule rule();

    /** The settings as JSON that {@link #KINDS} reads. */
    ObjectNode toJson();

    /**
     * Adam (Kingma and Ba 2015, algorithm 1).
     *
     * @param beta1 decay of the first moment, 0 to below 1
     * @param beta2 decay of the second moment, 0 to below 1
     * @param epsilon added to the root of the second moment, above 0
     */
    record Adam(double beta1, double beta2, double epsilon) implements OptimizerConfig {

        /** What Vaswani et al. 2017 (section 5.3) used. */
        public static final Adam DEFAULT = new Adam(0.9, 0.98, 1e-9);

        public Adam {
            checkDecay("beta1", beta1);
            checkDecay("beta2", beta2);
            check(epsilon > 0, "epsilon", "above 0", epsilon);
        }

        static Adam from(Settings settings) {
            return new Adam(
                    settings.decimal("beta1").atLeast(0.0).below(1.0).or(DEFAULT.beta1),
                    settings.decimal("beta2").atLeast(0.0).below(1.0).or(DEFAULT.beta2),
                    settings.decimal("epsilon").above(0.0).or(DEFAULT.epsilon));
        }

        @Override
        public UpdateRule rule() {
            return new AdamRule(this, 0);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("adam", this);
        }
    }

    /**
     * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2): before each update every parameter is multiplied by
     * {@code 1 - rate * weightDecay}.
     *
     * @param adam its other settings
     * @param weightDecay 0 or more
     */
    record AdamW(Adam adam, double weightDecay) implements OptimizerConfig {
        public AdamW {
            check(weightDecay >= 0, "weightDecay", "0 or more", weightDecay);
        }

        @Override
        public UpdateRule rule() {
            return new AdamRule(adam, weightDecay);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("adam-w", adam).put("weightDecay", weightDecay);
        }
    }

    /**
     * Stochastic gradient descent, with momentum as in Sutskever et al. 2013, but with the rate outside of the velocity.
     *
     * @param momentum decay of the velocity, 0 to below 1
     * @param nesterov whether a step looks ahead along the velocity; needs momentum
     * @param weightDecay times the parameter is added to its gradient, after clipping; 0 or more
     */
    record Sgd(double momentum, boolean nesterov, double weightDecay) implements OptimizerConfig {
        public Sgd {
            checkDecay("momentum", momentum);
            check(weightDecay >= 0, "weightDecay", "0 or more", weightDecay);
            check(!nesterov || momentum > 0, "momentum", "above 0 for nesterov", momentum);
        }

        @Override
        public UpdateRule rule() {
            return new SgdRule(this);
        }

        @Override
        public ObjectNode toJson() {
            return SettingsJson.ofKind("sgd", this);
        }
    }

    private static void checkDecay(String name, double value) {
        check(value >= 0 && value < 1, name, "at least 0 and below 1", value);
    }
}
