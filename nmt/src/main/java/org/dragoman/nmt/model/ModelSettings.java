package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.pipeline.settings.Settings;

/**
 * What a model folder says of its model.
 *
 * @param source language code of what it reads, such as {@code en}
 * @param target language code of what it writes
 * @param pretokenizer how sentences become the tokens that BPE splits
 * @param sharedVocabulary whether both languages have one vocabulary
 * @param architecture the network
 */
public record ModelSettings(
        String source, String target, Pretokenizer pretokenizer, boolean sharedVocabulary, ModelConfig architecture) {

    /** The version of the folder's layout that this release writes and reads. */
    static final int FORMAT = 1;

    static ModelSettings from(Settings settings) {
        settings.integer("format")
                .check(format -> format == FORMAT, "1, the format of this release")
                .required();
        return new ModelSettings(
                settings.text("source").required(),
                settings.text("target").required(),
                settings.choice("pretokenizer", Pretokenizer.class).required(),
                settings.flag("sharedVocabulary").required(),
                settings.kind("architecture", ModelConfig.KINDS).required());
    }

    ObjectNode toJson() {
        var node = SettingsJson.object();
        node.put("format", FORMAT).put("source", source).put("target", target);
        node.put("pretokenizer", pretokenizer.name().toLowerCase(java.util.Locale.ROOT));
        node.put("sharedVocabulary", sharedVocabulary);
        node.set("architecture", architecture.toJson());
        return node;
    }
}
