package org.dragoman.nmt.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a model is trained.
 *
 * @param seed of the start values, the order of the data and dropout
 * @param batchTokens largest size of a batch: rows times its longest sentence, in pieces
 * @param maximumLength pieces of a side above which a pair is left out
 * @param labelSmoothing 0 to below 1
 * @param scheduledSampling how likely the decoder is given the right token before and not its own
 * @param schedule learning rate of each update
 * @param adam the optimiser
 * @param limits when to stop, and how often to look
 */
public record TrainingConfig(
        long seed,
        int batchTokens,
        int maximumLength,
        double labelSmoothing,
        ScheduledSampling scheduledSampling,
        Schedule schedule,
        AdamConfig adam,
        Limits limits) {

    /**
     * What may be changed when a run is resumed.
     *
     * @param maximumSteps updates after which training ends
     * @param patience validations without a better one after which training ends; 0 never ends it
     * @param validateEvery updates between validations, each of which is followed by a checkpoint
     * @param saveEvery updates between further checkpoints; 0 for none
     * @param validationSentences how many of the first sentences are translated to compute BLEU; 0 for none
     * @param average how many of the last validated checkpoints the final model is the mean of; 1 takes the best one
     * @param logEvery updates between lines of the log
     */
    public record Limits(
            int maximumSteps,
            int patience,
            int validateEvery,
            int saveEvery,
            int validationSentences,
            int average,
            int logEvery) {

        static Limits from(Settings settings) {
            return new Limits(
                    settings.integer("maximumSteps").atLeast(1).required(),
                    settings.integer("patience").atLeast(0).or(0),
                    settings.integer("validateEvery").atLeast(1).or(1000),
                    settings.integer("saveEvery").atLeast(0).or(0),
                    settings.integer("validationSentences").atLeast(0).or(200),
                    settings.integer("average").atLeast(1).or(1),
                    settings.integer("logEvery").atLeast(1).or(100));
        }
    }

    private static final Map<String, Function<Settings, Schedule>> SCHEDULES = Map.of(
            "inverse-square-root",
            settings -> new Schedule.InverseSquareRoot(
                    settings.decimal("peak").above(0.0).required(),
                    settings.integer("warmup").atLeast(1).required()),
            "constant",
            settings -> new Schedule.Constant(
                    settings.decimal("peak").above(0.0).required(),
                    settings.integer("warmup").atLeast(1).or(1)));

    static TrainingConfig from(Settings settings) {
        return new TrainingConfig(
                settings.longInteger("seed").or(1L),
                settings.integer("batchTokens").atLeast(1).or(4096),
                settings.integer("maximumLength").atLeast(1).or(100),
                settings.decimal("labelSmoothing").atLeast(0.0).below(1.0).or(0.1),
                settings.kind("scheduledSampling", ScheduledSampling.KINDS).or(new ScheduledSampling.None()),
                settings.kind("schedule", SCHEDULES).required(),
                settings.object("adam", TrainingConfig::adam).or(new AdamConfig(0.9, 0.98, 1e-9, 1)),
                settings.object("limits", Limits::from).required());
    }

    private static AdamConfig adam(Settings settings) {
        return new AdamConfig(
                settings.decimal("beta1").atLeast(0.0).below(1.0).or(0.9),
                settings.decimal("beta2").atLeast(0.0).below(1.0).or(0.98),
                settings.decimal("epsilon").above(0.0).or(1e-9),
                settings.decimal("clipNorm").atLeast(0.0).or(1.0));
    }

    ObjectNode toJson() {
        var node = SettingsJson.object();
        node.put("seed", seed).put("batchTokens", batchTokens).put("maximumLength", maximumLength);
        node.put("labelSmoothing", labelSmoothing);
        node.set("scheduledSampling", scheduledSampling.toJson());
        node.set("schedule", schedule.toJson());
        node.set("adam", SettingsJson.of(adam));
        node.set("limits", SettingsJson.of(limits));
        return node;
    }

    /** The keys of the settings that may differ when a run is resumed. */
    static final Set<String> CHANGEABLE = Set.of("limits");
}
