package org.dragoman.cli;

import org.dragoman.nmt.pretrained.LanguageChoice;
import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.nmt.pretrained.PretrainedModel;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;

import java.util.Optional;

/** Models in folders, of every form that is known, and on the class path. */
final class Models implements Translators {
    private static final String DEFAULT_SOURCE = "en";

    @Override
    public Opened open(Request request) {
        var model = model(request);
        try {
            var translator = new Translator(model.model(), config(request, model));
            return new Opened(translator.ofSentences(), translator.target(), model.origin());
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    /** How a translator works that was asked for. */
    static TranslatorConfig config(Request request, PretrainedModel model) {
        var config = TranslatorConfig.of(model.habits());
        return request.search().over(config);
    }

    /** Loads the model that was asked for; the caller closes it. */
    static PretrainedModel model(Request request) {
        var languages = languages(request.from(), request.to());
        var model = request.model().map(PretrainedModels::load).orElseGet(() -> embedded(request));
        try {
            return model.choosing(languages);
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    /** What the options {@code --from} and {@code --to} choose. */
    static LanguageChoice languages(Optional<String> from, Optional<String> to) {
        return new LanguageChoice(from, to, "--from", "--to");
    }

    private static PretrainedModel embedded(Request request) {
        var from = request.from().orElse(DEFAULT_SOURCE);
        var to = request.to().orElseThrow();
        var model = EmbeddedModels.require(from, to);
        return PretrainedModel.trainedHere(model, new Origin("built in", "", from + "-" + to, "", ""));
    }
}
