package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code config.json} of CTranslate2, which files of old versions don't have; what isn't said there is said by variables, or by nobody.
 *
 * @param unknown the unknown piece
 * @param end the end marker
 * @param start what the decoder reads first; empty if each text must come with it, as in models of many languages
 * @param sourceStart whether a start marker is put before each source
 * @param sourceEnd whether the end marker is put behind each source
 * @param epsilon of the layer norms
 */
record CTranslate2Config(
        String unknown, String end, Optional<String> start, boolean sourceStart, boolean sourceEnd, double epsilon) {

    static final String FILE = "config.json";
    private static final double EPSILON = 1e-5;
    private static final String START = "decoder_start_token";

    /** @throws IllegalArgumentException that names everything that is wrong or not supported */
    static CTranslate2Config read(Path folder, CTranslate2Variables variables) {
        var file = folder.resolve(FILE);
        var node = Files.isRegularFile(file) ? JsonFiles.object(file) : SettingsJson.object();
        var start = node.has(START) && node.get(START).isNull() ? Optional.<String>empty() : start(node, variables);
        return Settings.of(file.toString(), JsonFiles.withoutNulls(node))
                .build(settings -> from(settings, start, variables));
    }

    private static Optional<String> start(ObjectNode node, CTranslate2Variables variables) {
        return variables.number("with_target_bos", 1) == 0
                ? Optional.empty()
                : Optional.of(node.path(START).asText(node.path("bos_token").asText("<s>")));
    }

    private static CTranslate2Config from(Settings settings, Optional<String> start, CTranslate2Variables variables) {
        settings.text("bos_token").or("<s>");
        settings.text(START).or("");
        settings.flag("multi_query_attention")
                .check(shared -> !shared, "false, others are not supported")
                .or(false);
        return new CTranslate2Config(
                settings.text("unk_token").or("<unk>"),
                settings.text("eos_token").or("</s>"),
                start,
                settings.flag("add_source_bos").or(variables.number("with_source_bos", 0) != 0),
                settings.flag("add_source_eos").or(variables.number("with_source_eos", 0) != 0),
                settings.decimal("layer_norm_epsilon").above(0.0).or(EPSILON));
    }
}
