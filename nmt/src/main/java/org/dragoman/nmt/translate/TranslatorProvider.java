package org.dragoman.nmt.translate;

import org.dragoman.nmt.pretrained.LanguageChoice;
import org.dragoman.nmt.pretrained.PretrainedModels;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a {@link Translator} for a pipeline file: {@code {"annotator": "translate", "from": "en", "to": "de", "beam": 5}}, or with the
 * folder of a model in any form that is known {@code {"annotator": "translate", "model": "my-model"}}; {@code to} then chooses the language of
 * a model that writes several, and both languages must be those of the model where they are given.
 */
public final class TranslatorProvider implements AnnotatorProvider {

    @Override
    public String name() {
        return "translate";
    }

    @Override
    public Annotator create(Settings settings) {
        var folder = settings.path("model").optional();
        var from = settings.text("from").optional();
        var to = settings.text("to").optional();
        var beam = settings.integer("beam").atLeast(1).optional();
        var alignments = settings.flag("alignments").or(false);
        var languages = new LanguageChoice(from, to, "\"from\"", "\"to\"");
        return folder.<Annotator>map(path -> translator(path, languages, beam, alignments))
                .orElseGet(() -> Translator.embedded(
                        from.orElse("en"), to.orElse("de"), config(TranslatorConfig.DEFAULT, beam, alignments)));
    }

    private static Translator translator(
            Path folder, LanguageChoice languages, Optional<Integer> beam, boolean alignments) {
        var model = PretrainedModels.load(folder);
        try {
            return new Translator(
                    model.choosing(languages).model(), config(TranslatorConfig.of(model.habits()), beam, alignments));
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    private static TranslatorConfig config(TranslatorConfig base, Optional<Integer> beam, boolean alignments) {
        return beam.map(base::withBeam).orElse(base).withAlignments(alignments);
    }
}
