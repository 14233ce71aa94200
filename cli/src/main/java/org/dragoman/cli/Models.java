package org.dragoman.cli;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;

/** Models in folders and on the class path. */
final class Models implements Translators {
    private static final String DEFAULT_SOURCE = "en";

    @Override
    public Opened open(Request request) {
        var translator = translator(request);
        return new Opened(translator, translator.target());
    }

    /** Loads the translator that was asked for; the caller closes it. */
    static Translator translator(Request request) {
        var model = model(request);
        try {
            return new Translator(model, config(request));
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    /** How a translator works that was asked for. */
    static TranslatorConfig config(Request request) {
        return TranslatorConfig.DEFAULT.withBeam(request.beam());
    }

    /** Loads the model that was asked for; the caller closes it. */
    static TranslationModel model(Request request) {
        var model = request.model()
                .map(TranslationModel::load)
                .orElseGet(() -> EmbeddedModels.require(
                        request.from().orElse(DEFAULT_SOURCE), request.to().orElseThrow()));
        checkLanguages(request, model);
        return model;
    }

    private static void checkLanguages(Request request, TranslationModel model) {
        var source = model.settings().source();
        var target = model.settings().target();
        var from = request.from().orElse(source);
        var to = request.to().orElse(target);
        if (!source.equals(from) || !target.equals(to)) {
            model.close();
            throw new IllegalArgumentException("the model translates from '" + source + "' to '" + target
                    + "', but --from is '" + from + "' and --to is '" + to + "'");
        }
    }
}
