package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

/**
 * How training reads its corpora.
 *
 * @param mixing how often the pairs of each corpus are seen
 * @param window pairs that are in memory together, in random order, where the corpora don't fit, but for one of each corpus; 0 for all
 * @param empty what becomes of a pair that is empty on a side
 * @param overlong what becomes of a pair with more pieces on a side than the greatest length
 */
public record DataConfig(Mixing mixing, int window, Empty empty, Overlong overlong) {

    static final DataConfig DEFAULT = new DataConfig(new Mixing.Joined(), 0, Empty.SKIP, Overlong.SKIP);

    /** What becomes of a pair that is empty on a side. */
    public enum Empty {
        /** It is left out, and counted. */
        SKIP,
        /** The run does not begin. */
        REFUSE
    }

    /** What becomes of a pair that is too long. */
    public enum Overlong {
        /** It is left out, and counted. */
        SKIP,
        /** What is too much is cut off, on each side by itself. */
        CUT,
        /** The run does not begin. */
        REFUSE
    }

    public DataConfig {
        check(window >= 0, "window", "0 or more", window);
    }

    static DataConfig from(Settings settings) {
        return new DataConfig(
                settings.kind("mixing", Mixing.KINDS).or(DEFAULT.mixing),
                settings.integer("window").atLeast(0).or(0),
                settings.choice("empty", Empty.class).or(Empty.SKIP),
                settings.choice("overlong", Overlong.class).or(Overlong.SKIP));
    }

    ObjectNode toJson() {
        var node = SettingsJson.object();
        node.set("mixing", mixing.toJson());
        node.put("window", window);
        return node.put("empty", SettingsJson.name(empty)).put("overlong", SettingsJson.name(overlong));
    }
}
