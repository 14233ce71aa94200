package org.dragoman.cli;

import org.dragoman.nmt.model.TranslationModel;
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
        var translator = request.model()
                .map(folder -> new Translator(TranslationModel.load(folder), config))
                .orElseGet(
                        () -> Translator.embedded(request.from(), request.to().orElseThrow(), config));
        checkLanguages(request, translator);
        return translator;
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
