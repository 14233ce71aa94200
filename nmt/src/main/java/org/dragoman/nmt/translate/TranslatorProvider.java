package org.dragoman.nmt.translate;

import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.settings.Settings;

/**
 * Makes a {@link Translator} for a pipeline file: {@code {"annotator": "translate", "from": "en", "to": "de", "beam": 5}}, or with a model
 * folder {@code {"annotator": "translate", "model": "my-model"}}.
 */
public final class TranslatorProvider implements AnnotatorProvider {

    @Override
    public String name() {
        return "translate";
    }

    @Override
    public Annotator create(Settings settings) {
        var folder = settings.path("model").optional();
        var from = settings.text("from").or("en");
        var to = settings.text("to").or("de");
        var beam = settings.integer("beam").atLeast(1).or(5);
        var alignments = settings.flag("alignments").or(false);
        var config = TranslatorConfig.DEFAULT.withBeam(beam).withAlignments(alignments);
        return folder.<Annotator>map(path -> new Translator(TranslationModel.load(path), config))
                .orElseGet(() -> Translator.embedded(from, to, config));
    }
}
