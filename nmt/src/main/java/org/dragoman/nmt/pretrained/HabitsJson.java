package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.search.LengthLimit;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;
import org.dragoman.nmt.search.StopRule;
import org.dragoman.pipeline.settings.Settings;

/** Writes and reads {@link Habits} as JSON. */
final class HabitsJson {

    private HabitsJson() {}

    static ObjectNode of(Habits habits) {
        var search = habits.search();
        var node = SettingsJson.object();
        node.put("beam", search.width());
        node.put("maxRatio", search.maxRatio())
                .put("maxExtra", search.maxExtra())
                .put("maxTokens", search.maxTokens());
        node.set("lengthPenalty", search.lengthPenalty().toJson());
        node.setAll(SettingsJson.of(search.rules()));
        node.put("maximumPieces", habits.maximumPieces()).put("cleansUp", habits.cleansUp());
        return node;
    }

    static Habits from(Settings settings) {
        int beam = settings.integer("beam").atLeast(1).required();
        double maxRatio = settings.decimal("maxRatio").atLeast(0.0).required();
        int maxExtra = settings.integer("maxExtra").atLeast(0).required();
        int maxTokens = settings.integer("maxTokens").atLeast(1).required();
        var penalty = settings.kind("lengthPenalty", LengthPenalty.KINDS).required();
        var rules = rules(settings);
        int maximumPieces = settings.integer("maximumPieces").atLeast(8).required();
        boolean cleansUp = settings.flag("cleansUp").required();
        var search = SearchConfig.DEFAULT
                .withWidth(beam)
                .withLimits(maxRatio, maxExtra, maxTokens)
                .withLengthPenalty(penalty)
                .withRules(rules);
        return new Habits(search, maximumPieces, cleansUp);
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
