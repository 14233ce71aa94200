package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.search.Alignments;
import org.dragoman.nmt.search.LengthLimit;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;
import org.dragoman.nmt.search.StopRule;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.function.Function;

/** Writes and reads {@link Habits} as JSON. */
final class HabitsJson {

    private static final Map<String, Function<Settings, LengthPenalty>> PENALTIES = Map.of(
            "none", settings -> new LengthPenalty.None(),
            "gnmt",
                    settings -> new LengthPenalty.Gnmt(
                            settings.decimal("alpha").atLeast(0.0).required()),
            "average",
                    settings -> new LengthPenalty.Average(
                            settings.decimal("alpha").atLeast(0.0).required()));

    private HabitsJson() {}

    static ObjectNode of(Habits habits) {
        var search = habits.search();
        var node = SettingsJson.object();
        node.put("beam", search.width());
        node.put("maxRatio", search.maxRatio())
                .put("maxExtra", search.maxExtra())
                .put("maxTokens", search.maxTokens());
        node.set("lengthPenalty", penalty(search.lengthPenalty()));
        node.setAll(SettingsJson.of(search.rules()));
        node.put("maximumPieces", habits.maximumPieces()).put("cleansUp", habits.cleansUp());
        return node;
    }

    private static ObjectNode penalty(LengthPenalty penalty) {
        if (penalty instanceof LengthPenalty.Average average) {
            return SettingsJson.ofKind("average", average);
        }
        return penalty instanceof LengthPenalty.Gnmt gnmt
                ? SettingsJson.ofKind("gnmt", gnmt)
                : SettingsJson.object().put("type", "none");
    }

    static Habits from(Settings settings) {
        var search = new SearchConfig(
                settings.integer("beam").atLeast(1).required(),
                1,
                settings.decimal("maxRatio").atLeast(0.0).required(),
                settings.integer("maxExtra").atLeast(0).required(),
                settings.integer("maxTokens").atLeast(1).required(),
                settings.kind("lengthPenalty", PENALTIES).required(),
                rules(settings),
                new Alignments.None());
        return new Habits(
                search,
                settings.integer("maximumPieces").atLeast(8).required(),
                settings.flag("cleansUp").required());
    }

    private static SearchRules rules(Settings settings) {
        return new SearchRules(
                settings.choice("stop", StopRule.class).required(),
                settings.choice("limit", LengthLimit.class).required(),
                settings.flag("renormalized").required(),
                settings.flag("writesUnknown").required(),
                settings.integer("leastTokens").atLeast(0).or(0));
    }
}
