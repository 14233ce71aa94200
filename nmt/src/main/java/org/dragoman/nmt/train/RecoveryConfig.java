package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

/**
 * What a run does when its loss explodes. An update whose gradient isn't finite is left out; the run has exploded when that happens some
 * times in a row, or when the loss of a batch is that many times the recent mean and worse than a guess that knows nothing. It then goes
 * back to its newest checkpoint. All of it may be changed when a run is resumed; the returns before that keep their effect.
 *
 * @param explosion multiple of the recent mean, above 1; 0 looks at gradients only
 * @param notFinite updates in a row, at least 1
 * @param action what is done differently after going back
 * @param factor of the learning rate where it is lowered, above 0 and below 1
 * @param attempts how often the run goes back in all before it gives up, 0 or more
 */
public record RecoveryConfig(double explosion, int notFinite, Action action, double factor, int attempts) {

    static final RecoveryConfig DEFAULT = new RecoveryConfig(5, 20, Action.LOWER_RATE, 0.5, 3);

    /** What is done differently after going back to a checkpoint. */
    public enum Action {
        /** From then on the rate is multiplied by the factor; where no update was made since the checkpoint, batches are passed over instead. */
        LOWER_RATE,
        /**
         * Batches are passed over: the one whose loss exploded; or, of updates that were left out, all and the one before them, which may have
         * broken the weights, unless the checkpoint was written after it and is sound.
         */
        SKIP_BATCH
    }

    public RecoveryConfig {
        check(explosion == 0 || explosion > 1, "explosion", "0 or above 1", explosion);
        check(notFinite >= 1, "notFinite", "at least 1", notFinite);
        check(factor > 0 && factor < 1, "factor", "above 0 and below 1", factor);
        check(attempts >= 0, "attempts", "0 or more", attempts);
    }

    static RecoveryConfig from(Settings settings) {
        return new RecoveryConfig(
                settings.decimal("explosion").atLeast(0.0).or(DEFAULT.explosion),
                settings.integer("notFinite").atLeast(1).or(DEFAULT.notFinite),
                settings.choice("action", Action.class).or(DEFAULT.action),
                settings.decimal("factor").above(0.0).below(1.0).or(DEFAULT.factor),
                settings.integer("attempts").atLeast(0).or(DEFAULT.attempts));
    }

    ObjectNode toJson() {
        return SettingsJson.of(this);
    }
}
