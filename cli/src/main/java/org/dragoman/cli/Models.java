package org.dragoman.cli;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;

/** Models in folders and on the class path. */
final class Models implements Translators {
    @Override
    public Opened open(Request request) {
        var translator = translator(request);
        return new Opened(translator, translator.target());
    }

    /** Loads the model that was asked for; the caller closes it. */
    static Translator translator(Request request) {
        var config = TranslatorConfig.DEFAULT.withBeam(request.beam());
        var model = request.model().map(TranslationModel::load).orElseGet(() -> embedded(request));
        var translator = new Translator(model, config);
        checkLanguages(request, translator);
        return translator;
    }

    private static TranslationModel embedded(Request request) {
        var to = request.to().orElseThrow();
        return EmbeddedModels.load(request.from(), to)
                .orElseThrow(() -> new IllegalArgumentException("no model from '" + request.from() + "' to '" + to
                        + "' is built in; name the folder of one with --model DIR"));
    }

    private static void checkLanguages(Request request, Translator translator) {
        var to = request.to().orElse(translator.target());
        if (!translator.source().equals(request.from()) || !translator.target().equals(to)) {
            translator.close();
            throw new IllegalArgumentException("the model translates from '" + translator.source() + "' to '"
                    + translator.target() + "', but --from is '" + request.from() + "' and --to is '" + to + "'");
        }
    }
}
