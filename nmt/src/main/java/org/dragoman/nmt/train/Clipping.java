package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

/**
 * How large a gradient may be. Each number is bounded first, then the norm of what is left.
 *
 * @param norm largest global norm of the gradient; a longer one is scaled down to it (Pascanu et al. 2013); 0 turns it off
 * @param value largest magnitude of each number of the gradient; 0 turns it off
 */
public record Clipping(double norm, double value) {

    /** A norm of 1. */
    static final Clipping DEFAULT = new Clipping(1, 0);

    public Clipping {
        check(norm >= 0, "the norm of clipping", "0 or more", norm);
        check(value >= 0, "the value of clipping", "0 or more", value);
    }

    static Clipping from(Settings settings) {
        return new Clipping(
                settings.decimal("norm").atLeast(0.0).or(1.0),
                settings.decimal("value").atLeast(0.0).or(0.0));
    }

    /** The factor that brings a norm within the bound. */
    double scale(double found) {
        return norm > 0 && found > norm ? norm / found : 1;
    }

    ObjectNode toJson() {
        return SettingsJson.of(this);
    }
}
