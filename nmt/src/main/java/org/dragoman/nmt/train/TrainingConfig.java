package org.dragoman.nmt.train;

import static org.dragoman.nmt.train.Checks.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.tensor.Torch;
import org.dragoman.pipeline.settings.Settings;

import java.util.Set;
import java.util.stream.Stream;

/**
 * How a model is trained.
 *
 * @param seed of the start values, the order of the data and all chance in training
 * @param batchTokens largest size of a batch: rows times its longest sentence, in pieces
 * @param accumulate batches whose gradients make one update, at least 1; the update is that of one batch with all their sentences
 * @param maximumLength pieces of a side, its end counted, above which a pair is too long
 * @param labelSmoothing 0 to below 1
 * @param regularization what else keeps the model from learning by heart
 * @param scheduledSampling how likely the decoder is given the right token before and not its own
 * @param schedule learning rate of each update
 * @param optimizer how gradients change parameters
 * @param clipping how large a gradient may be
 * @param movingAverage decay of the average of the weights that is validated and in the end is the model, 0 to below 1; 0 for none
 * @param data how the corpora are read
 * @param recovery what happens when the loss explodes; it may be changed when a run is resumed
 * @param limits when to stop, and how often to look
 */
public record TrainingConfig(
        long seed,
        int batchTokens,
        int accumulate,
        int maximumLength,
        double labelSmoothing,
        Regularization regularization,
        ScheduledSampling scheduledSampling,
        Schedule schedule,
        OptimizerConfig optimizer,
        Clipping clipping,
        double movingAverage,
        DataConfig data,
        RecoveryConfig recovery,
        Limits limits) {

    /** The keys of the settings that may differ when a run is resumed. */
    static final Set<String> CHANGEABLE = Set.of("limits", "recovery");

    /** Which checkpoints the final model is the mean of. */
    public enum AverageOf {
        LAST,
        BEST
    }

    /**
     * When to stop, and how often to look; it may be changed when a run is resumed.
     *
     * @param maximumSteps updates after which training ends
     * @param patience validations without a better one after which training ends; 0 never ends it
     * @param metric by which validations are compared
     * @param validateEvery updates between validations, each of which is followed by a checkpoint
     * @param saveEvery updates between further checkpoints; 0 for none
     * @param validationSentences how many of the first sentences are translated to compute BLEU and chrF; 0 for none
     * @param average how many validated checkpoints the final model is the mean of; 1 takes the best one
     * @param averageOf which ones
     * @param keepLast how many of the last validated checkpoints are kept, at least 1; those that are averaged are kept anyhow
     * @param keepBest how many of the best ones are kept, at least 1
     * @param logEvery updates between lines of the log
     * @param parts into how many parts each batch is cut to save memory, at least 1; without dropout the update is the same but for rounding
     * @param device {@code cpu}, or {@code cuda:N}, which is untested
     */
    public record Limits(
            int maximumSteps,
            int patience,
            Criterion metric,
            int validateEvery,
            int saveEvery,
            int validationSentences,
            int average,
            AverageOf averageOf,
            int keepLast,
            int keepBest,
            int logEvery,
            int parts,
            String device) {
        public Limits {
            check(maximumSteps >= 1, "maximumSteps", "at least 1", maximumSteps);
            check(patience >= 0, "patience", "0 or more", patience);
            check(validateEvery >= 1, "validateEvery", "at least 1", validateEvery);
            check(saveEvery >= 0, "saveEvery", "0 or more", saveEvery);
            check(validationSentences >= 0, "validationSentences", "0 or more", validationSentences);
            check(
                    metric == Criterion.LOSS || validationSentences > 0,
                    "metric",
                    "loss, since validationSentences is 0 and nothing is translated",
                    SettingsJson.name(metric));
            check(average >= 1, "average", "at least 1", average);
            check(keepLast >= 1, "keepLast", "at least 1", keepLast);
            check(keepBest >= 1, "keepBest", "at least 1", keepBest);
            check(logEvery >= 1, "logEvery", "at least 1", logEvery);
            check(parts >= 1, "parts", "at least 1", parts);
            check(device.matches(Torch.DEVICE), "device", "cpu, or cuda:0 and so on", device);
        }

        static Limits from(Settings settings) {
            var sentences = settings.integer("validationSentences").atLeast(0).or(200);
            return new Limits(
                    settings.integer("maximumSteps").atLeast(1).required(),
                    settings.integer("patience").atLeast(0).or(0),
                    settings.choice("metric", Criterion.class)
                            .check(
                                    metric -> metric == Criterion.LOSS || sentences > 0,
                                    "loss, since validationSentences is 0 and nothing is translated")
                            .or(Criterion.LOSS),
                    settings.integer("validateEvery").atLeast(1).or(1000),
                    settings.integer("saveEvery").atLeast(0).or(0),
                    sentences,
                    settings.integer("average").atLeast(1).or(1),
                    settings.choice("averageOf", AverageOf.class).or(AverageOf.LAST),
                    settings.integer("keepLast").atLeast(1).or(1),
                    settings.integer("keepBest").atLeast(1).or(1),
                    settings.integer("logEvery").atLeast(1).or(100),
                    settings.integer("parts").atLeast(1).or(1),
                    settings.text("device")
                            .check(name -> name.matches(Torch.DEVICE), "cpu, or cuda:0 and so on")
                            .or("cpu"));
        }
    }

    public TrainingConfig {
        check(batchTokens >= 1, "batchTokens", "at least 1", batchTokens);
        check(accumulate >= 1, "accumulate", "at least 1", accumulate);
        check(maximumLength >= 1, "maximumLength", "at least 1", maximumLength);
        check(labelSmoothing >= 0 && labelSmoothing < 1, "labelSmoothing", "at least 0 and below 1", labelSmoothing);
        check(movingAverage >= 0 && movingAverage < 1, "movingAverage", "at least 0 and below 1", movingAverage);
    }

    static TrainingConfig from(Settings settings) {
        var earlier = settings.object("adam", EarlierAdam::from).optional();
        if (earlier.isPresent()) {
            Stream.of("optimizer", "clipping")
                    .filter(settings.keys()::contains)
                    .forEach(key -> settings.problem("adam", "says what " + key + " says: leave one of them out"));
        }
        return new TrainingConfig(
                settings.longInteger("seed").or(1L),
                settings.integer("batchTokens").atLeast(1).or(4096),
                settings.integer("accumulate").atLeast(1).or(1),
                settings.integer("maximumLength").atLeast(1).or(100),
                settings.decimal("labelSmoothing").atLeast(0.0).below(1.0).or(0.1),
                settings.object("regularization", Regularization::from).or(Regularization.NONE),
                settings.kind("scheduledSampling", ScheduledSampling.KINDS).or(new ScheduledSampling.None()),
                settings.kind("schedule", Schedule.KINDS).required(),
                settings.kind("optimizer", OptimizerConfig.KINDS)
                        .or(earlier.map(EarlierAdam::adam).orElse(OptimizerConfig.Adam.DEFAULT)),
                settings.object("clipping", Clipping::from)
                        .or(earlier.map(EarlierAdam::clipping).orElse(Clipping.DEFAULT)),
                settings.decimal("movingAverage").atLeast(0.0).below(1.0).or(0.0),
                settings.object("data", DataConfig::from).or(DataConfig.DEFAULT),
                settings.object("recovery", RecoveryConfig::from).or(RecoveryConfig.DEFAULT),
                settings.object("limits", Limits::from).required());
    }

    /** How files said before there were other optimisers: Adam's settings and {@code clipNorm} in one object {@code adam}. */
    private record EarlierAdam(OptimizerConfig.Adam adam, Clipping clipping) {
        static EarlierAdam from(Settings settings) {
            return new EarlierAdam(
                    OptimizerConfig.Adam.from(settings),
                    new Clipping(settings.decimal("clipNorm").atLeast(0.0).or(1.0), 0));
        }
    }

    ObjectNode toJson() {
        var node = SettingsJson.object();
        node.put("seed", seed).put("batchTokens", batchTokens).put("accumulate", accumulate);
        node.put("maximumLength", maximumLength).put("labelSmoothing", labelSmoothing);
        node.set("regularization", regularization.toJson());
        node.set("scheduledSampling", scheduledSampling.toJson());
        node.set("schedule", schedule.toJson());
        node.set("optimizer", optimizer.toJson());
        node.set("clipping", clipping.toJson());
        node.put("movingAverage", movingAverage);
        node.set("data", data.toJson());
        node.set("recovery", recovery.toJson());
        node.set("limits", SettingsJson.of(limits));
        return node;
    }
}
