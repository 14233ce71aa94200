package org.dragoman.cli;

import org.dragoman.pipeline.Annotator;
import org.dragoman.pipeline.AnnotatorProvider;
import org.dragoman.pipeline.Label;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.settings.Settings;
import org.dragoman.testing.FunctionAnnotator;

import java.util.Set;

/** For tests: a step {@code umlaut-language} that takes texts with an umlaut for German and others for English. */
public final class UmlautLanguage implements AnnotatorProvider {

    @Override
    public String name() {
        return "umlaut-language";
    }

    @Override
    public Annotator create(Settings settings) {
        return new FunctionAnnotator(
                name(),
                Set.of(),
                Set.of(Layers.LANGUAGE),
                document -> document.with(
                        Layers.LANGUAGE, new Label(document.text().matches(".*[äöü].*") ? "de" : "en", 1)));
    }
}
