package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.attention.AttentionConfig;
import org.dragoman.nmt.attention.ScoreConfig;
import org.dragoman.nmt.attention.WindowConfig;
import org.dragoman.pipeline.settings.Settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An attention as JSON: {@code {"type": "additive", "size": 256, "window": {"type": "local-p", "reach": 10}}}. */
final class AttentionSettings {

    /** The scores by name, and {@code none} for a decoder without attention. */
    static final Map<String, Function<Settings, Optional<AttentionConfig>>> KINDS = kinds();

    private static final Map<String, Function<Settings, WindowConfig>> WINDOWS = Map.of(
            "global", settings -> new WindowConfig.Global(),
            "local-m",
                    settings -> new WindowConfig.LocalM(
                            settings.integer("reach").atLeast(0).required()),
            "local-p",
                    settings -> new WindowConfig.LocalP(
                            settings.integer("reach").atLeast(1).required()));

    private AttentionSettings() {}

    private static Map<String, Function<Settings, Optional<AttentionConfig>>> kinds() {
        var kinds = new LinkedHashMap<String, Function<Settings, Optional<AttentionConfig>>>();
        kinds.put("none", settings -> Optional.empty());
        add(
                kinds,
                "additive",
                settings -> new ScoreConfig.Additive(
                        size(settings), settings.flag("coverage").or(false)));
        add(kinds, "concat", settings -> new ScoreConfig.Concat(size(settings)));
        add(kinds, "general", settings -> new ScoreConfig.General());
        add(kinds, "dot", settings -> new ScoreConfig.Dot());
        add(kinds, "scaled-dot", settings -> new ScoreConfig.ScaledDot());
        add(kinds, "cosine", settings -> new ScoreConfig.Cosine());
        add(
                kinds,
                "location",
                settings -> new ScoreConfig.Location(
                        settings.integer("maximumLength").atLeast(1).required()));
        return kinds;
    }

    private static void add(
            Map<String, Function<Settings, Optional<AttentionConfig>>> kinds,
            String type,
            Function<Settings, ScoreConfig> score) {
        kinds.put(
                type,
                settings -> Optional.of(new AttentionConfig(
                        score.apply(settings),
                        settings.kind("window", WINDOWS).or(new WindowConfig.Global()),
                        settings.integer("heads").atLeast(1).or(1),
                        settings.flag("hard").or(false))));
    }

    private static int size(Settings settings) {
        return settings.integer("size").atLeast(1).or(256);
    }

    static ObjectNode toJson(Optional<AttentionConfig> attention) {
        if (attention.isEmpty()) {
            return SettingsJson.object().put("type", "none");
        }
        var config = attention.get();
        var node = SettingsJson.ofKind(config.score().type(), (Record) config.score());
        node.set("window", SettingsJson.ofKind(config.window().type(), (Record) config.window()));
        return node.put("heads", config.heads()).put("hard", config.hard());
    }
}
