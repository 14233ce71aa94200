package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.search.LengthLimit;
import org.dragoman.nmt.search.LengthPenalty;
import org.dragoman.nmt.search.SearchConfig;
import org.dragoman.nmt.search.SearchRules;
import org.dragoman.nmt.search.StopRule;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How {@code generate} of transformers 4.57 searches with a model: by its {@code generation_config.json}, or by the same keys of its {@code
 * config.json} where there is none, as in directories of 2020.
 */
final class HuggingFaceGeneration {

    private static final String FILE = "generation_config.json";

    /** What changes scores or hypotheses, with the one value that leaves them alone. */
    private static final Map<String, Double> NEUTRAL = Map.of(
            "num_beam_groups", 1.0,
            "repetition_penalty", 1.0,
            "encoder_repetition_penalty", 1.0,
            "no_repeat_ngram_size", 0.0,
            "encoder_no_repeat_ngram_size", 0.0,
            "diversity_penalty", 0.0,
            "min_length", 0.0);

    private static final List<String> UNSUPPORTED = List.of(
            "min_new_tokens",
            "forced_bos_token_id",
            "force_words_ids",
            "constraints",
            "suppress_tokens",
            "begin_suppress_tokens",
            "sequence_bias",
            "exponential_decay_length_penalty",
            "guidance_scale",
            "penalty_alpha");

    private HuggingFaceGeneration() {}

    /** @throws IllegalArgumentException that names everything that is wrong or not supported */
    static SearchConfig read(Path folder, HuggingFaceConfig config) {
        var own = folder.resolve(FILE);
        var file = Files.isRegularFile(own) ? own : folder.resolve(HuggingFaceConfig.FILE);
        var node = JsonFiles.object(file);
        if (!node.has("forced_eos_token_id") && !file.equals(own)) {
            node.put("forced_eos_token_id", config.end()); // the default of a Marian configuration
        }
        return Settings.of(file.toString(), JsonFiles.withoutNulls(node))
                .build(settings -> from(settings, node, config));
    }

    private static SearchConfig from(Settings settings, ObjectNode node, HuggingFaceConfig config) {
        checkNumbers(settings, node, config);
        checkNeutral(settings, node);
        var forced = settings.integer("forced_eos_token_id")
                .check(id -> id == config.end(), config.end() + ", the end marker of config.json")
                .optional();
        var rules = new SearchRules(
                stop(settings, node.path("early_stopping")),
                forced.isPresent() ? LengthLimit.FORCED_END : LengthLimit.COUNTED,
                settings.flag("renormalize_logits").or(false),
                true);
        var longest = Math.min(longest(settings), config.positions());
        int beams = settings.integer("num_beams").atLeast(1).or(1);
        double penalty = settings.decimal("length_penalty").atLeast(0.0).or(1.0);
        settings.passRest();
        return SearchConfig.DEFAULT
                .withWidth(beams)
                .withLimits(0, longest, longest)
                .withLengthPenalty(new LengthPenalty.Average(penalty))
                .withRules(rules);
    }

    /** The special numbers, which must be those of the model's configuration. */
    private static void checkNumbers(Settings settings, ObjectNode node, HuggingFaceConfig config) {
        same(settings, "eos_token_id", config.end());
        same(settings, "pad_token_id", config.padding());
        same(settings, "decoder_start_token_id", config.start());
        var padding = "[[" + config.padding() + "]]";
        var never = node.path("bad_words_ids");
        if (!never.isMissingNode() && !never.isNull() && !never.toString().equals(padding)) {
            settings.problem("bad_words_ids", "must be " + padding + ", the padding; other ones are not supported");
        }
    }

    private static void same(Settings settings, String key, int expected) {
        settings.integer(key)
                .check(id -> id == expected, expected + " as in config.json")
                .optional();
    }

    private static void checkNeutral(Settings settings, ObjectNode node) {
        NEUTRAL.forEach((key, value) -> settings.decimal(key)
                .check(found -> found.equals(value), text(value) + "; others are not supported")
                .or(value));
        settings.flag("do_sample")
                .check(value -> !value, "false; sampling is not supported")
                .or(false);
        UNSUPPORTED.stream()
                .filter(key ->
                        !node.path(key).isMissingNode() && !node.path(key).isNull())
                .forEach(key -> settings.problem(key, "is not supported"));
    }

    private static String text(double value) {
        return Integer.toString((int) value);
    }

    /** Tokens that may be generated, the end marker among them. */
    private static int longest(Settings settings) {
        var withStart = settings.integer("max_length").atLeast(2).or(20);
        return settings.integer("max_new_tokens").atLeast(1).or(withStart - 1);
    }

    private static StopRule stop(Settings settings, JsonNode early) {
        if (early.isTextual() && early.textValue().equals("never")) {
            return StopRule.CERTAIN;
        }
        if (!early.isMissingNode() && !early.isNull() && !early.isBoolean()) {
            settings.problem("early_stopping", "must be true, false or \"never\", got " + early);
        }
        return early.asBoolean(false) ? StopRule.ENOUGH_ENDED : StopRule.UNLIKELY;
    }
}
