package org.dragoman.cli;

import org.dragoman.nmt.pretrained.Origin;
import org.dragoman.nmt.pretrained.PretrainedModel;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.nmt.translate.EmbeddedModels;
import org.dragoman.nmt.translate.Translator;
import org.dragoman.nmt.translate.TranslatorConfig;

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
        return request.beam().map(config::withBeam).orElse(config);
    }

    /** Loads the model that was asked for; the caller closes it. */
    static PretrainedModel model(Request request) {
        var model = request.model().map(PretrainedModels::load).orElseGet(() -> embedded(request));
        try {
            return model.languages().isEmpty() ? ofOneLanguage(request, model) : ofSeveral(request, model);
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    private static PretrainedModel embedded(Request request) {
        var from = request.from().orElse(DEFAULT_SOURCE);
        var to = request.to().orElseThrow();
        var model = EmbeddedModels.require(from, to);
        return PretrainedModel.trainedHere(model, new Origin("built in", "", from + "-" + to, "", ""));
    }

    private static PretrainedModel ofSeveral(Request request, PretrainedModel model) {
        if (request.to().isEmpty() && model.languages().size() > 1) {
            throw new IllegalArgumentException("the model " + model.origin().name()
                    + " writes several languages: choose one by --to, of " + String.join(", ", model.languages()));
        }
        return model.into(request.to().orElse(model.languages().get(0)));
    }

    private static PretrainedModel ofOneLanguage(Request request, PretrainedModel model) {
        var source = model.model().settings().source();
        var target = model.model().settings().target();
        var from = request.from().orElse(source);
        var to = request.to().orElse(target);
        if (!PretrainedModel.isSame(source, from) || !PretrainedModel.isSame(target, to)) {
            throw new IllegalArgumentException("the model translates from '" + source + "' to '" + target
                    + "', but --from is '" + from + "' and --to is '" + to + "'");
        }
        return model.between(from, to);
    }
}
