package org.dragoman.nmt.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.nmt.factors.FactorConfig;
import org.dragoman.nmt.text.Pretokenizer;
import org.dragoman.pipeline.settings.Settings;

/**
 * What a model folder says of its model.
 *
 * @param source language code of what it reads, such as {@code en}
 * @param target language code of what it writes
 * @param subwords which subwords the folder has
 * @param sharedVocabulary whether both languages have one vocabulary
 * @param closesFragments whether a sentence without an end mark is given a full stop on its way through the model, which helps
 *     a model that was trained on whole sentences only; the full stop of the translation is taken away again
 * @param architecture the network
 * @param factors what it reads of its source beside the pieces
 */
public record ModelSettings(
        String source,
        String target,
        StoredSubwords subwords,
        boolean sharedVocabulary,
        boolean closesFragments,
        ModelConfig architecture,
        FactorConfig factors) {

    /** The version of the folder's layout that this release writes and reads. */
    static final int FORMAT = 1;

    /** The settings of a model that reads pieces only. */
    public ModelSettings(
            String source,
            String target,
            StoredSubwords subwords,
            boolean sharedVocabulary,
            boolean closesFragments,
            ModelConfig architecture) {
        this(source, target, subwords, sharedVocabulary, closesFragments, architecture, FactorConfig.NONE);
    }

    /** The same for other languages. */
    public ModelSettings between(String source, String target) {
        return new ModelSettings(source, target, subwords, sharedVocabulary, closesFragments, architecture, factors);
    }

    /** Whether the model reads text that is tokenised already. */
    public boolean readsTokens() {
        return subwords instanceof StoredSubwords.Bpe bpe && bpe.pretokenizer() == Pretokenizer.NONE;
    }

    static ModelSettings from(Settings settings) {
        settings.integer("format")
                .check(format -> format == FORMAT, "1, the format of this release")
                .required();
        var model = new ModelSettings(
                settings.text("source").required(),
                settings.text("target").required(),
                StoredSubwords.from(settings),
                settings.flag("sharedVocabulary").required(),
                settings.flag("closesFragments").or(false),
                settings.kind("architecture", ModelConfig.KINDS).required(),
                FactorConfig.from(settings));
        if (!settings.hasProblems()) {
            model.architecture
                    .misfit(model.factors.sizes())
                    .ifPresent(misfit -> settings.problem(FactorConfig.FACTORS, misfit));
        }
        return model;
    }

    ObjectNode toJson() {
        var node = SettingsJson.object();
        node.put("format", FORMAT).put("source", source).put("target", target);
        node.set("subwords", subwords.toJson());
        node.put("sharedVocabulary", sharedVocabulary).put("closesFragments", closesFragments);
        node.set("architecture", architecture.toJson());
        if (!factors.isEmpty()) {
            factors.writeTo(node);
        }
        return node;
    }
}
